package io.videojob.testkit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs the contract by a script, and keeps the names of the cases that fail. */
final class FailedCases implements TestExecutionListener {
    private final List<String> names = new CopyOnWriteArrayList<>();
    private final AtomicInteger all = new AtomicInteger();

    /** What came of one run: how many cases there were, and which failed, as {@code method: case}. */
    record Run(int cases, List<String> failed) {}

    static Run of(VendorScript script) {
        BentContract.SCRIPT.set(script);
        LauncherConfig quiet = LauncherConfig.builder()
                .enableLauncherSessionListenerAutoRegistration(false)
                .enableLauncherDiscoveryListenerAutoRegistration(false)
                .enableTestExecutionListenerAutoRegistration(false)
                .build();
        Launcher launcher = LauncherFactory.create(quiet);
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(BentContract.class))
                .build();
        FailedCases failed = new FailedCases();
        launcher.execute(request, failed);
        return new Run(failed.all.get(), failed.names);
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        all.addAndGet(test.isTest() ? 1 : 0);
        if (result.getStatus() != TestExecutionResult.Status.SUCCESSFUL) {
            String method = test.getSource()
                    .filter(MethodSource.class::isInstance)
                    .map(source -> ((MethodSource) source).getMethodName())
                    .orElse("?");
            String message = result.getThrowable().map(Throwable::getMessage).orElse("");
            names.add(method + ": " + test.getDisplayName() + " >> " + message);
        }
    }
}
