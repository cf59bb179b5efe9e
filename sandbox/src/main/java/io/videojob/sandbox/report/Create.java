package io.videojob.sandbox.report;

import java.util.List;
import java.util.Optional;

/**
 * One create that reached the sandbox, in the order of arrival; also one that was lost, refused or never answered.
 *
 * @param number 1 for the first create at this vendor
 * @param jobId the job that was made; empty if none was, whatever was answered
 * @param status the HTTP status that was answered; 0 if no answer left
 * @param problems what the vendor's schema says against the body, also where the vendor lets it pass
 */
public record Create(int number, ReceivedRequest request, Optional<String> jobId, int status, List<String> problems) {}
