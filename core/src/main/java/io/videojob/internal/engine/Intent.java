package io.videojob.internal.engine;

import java.time.Instant;

/**
 * What was written down before an exchange: only its owner may do it, once, until {@code sendBy}; everybody else waits until
 * {@code answerBy} and then takes it as unanswered.
 *
 * @param kind what is done
 * @param owner the one shell that may do it
 * @param sentAt when it was written
 * @param sendBy past this the owner itself must not begin any more
 * @param answerBy past this nobody expects an answer
 */
record Intent(ExchangeKind kind, String owner, Instant sentAt, Instant sendBy, Instant answerBy) {}
