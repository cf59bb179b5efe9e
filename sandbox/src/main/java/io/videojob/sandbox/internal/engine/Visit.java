package io.videojob.sandbox.internal.engine;

import io.videojob.sandbox.internal.http.RequestHead;
import io.videojob.sandbox.report.ReceivedRequest;
import io.videojob.sandbox.script.Operation;

/** One request on its way through a vendor. */
public record Visit(Operation operation, RequestHead head, ReceivedRequest request, String requestId) {}
