package io.videojob.internal.engine;

import java.time.Instant;

/**
 * What was written down before a create: only its owner may send it, once, until {@code sendBy}; everybody else waits until
 * {@code answerBy} and then takes it as unanswered. Exchanges that only ask need none: done twice, they do no harm.
 *
 * @param owner the one shell that may send it
 * @param sentAt when it was written
 * @param sendBy past this the owner itself must not begin any more
 * @param answerBy past this nobody expects an answer
 */
record Intent(String owner, Instant sentAt, Instant sendBy, Instant answerBy) {}
