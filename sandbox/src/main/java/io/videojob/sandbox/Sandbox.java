package io.videojob.sandbox;

import io.videojob.sandbox.internal.engine.Elsewhere;
import io.videojob.sandbox.internal.engine.Pace;
import io.videojob.sandbox.internal.engine.SystemSandboxClock;
import io.videojob.sandbox.internal.engine.Vendor;
import io.videojob.sandbox.internal.http.WireServer;
import io.videojob.sandbox.report.Bill;
import io.videojob.sandbox.report.ReceivedRequest;
import io.videojob.sandbox.time.SandboxClock;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * AI/ML API and Eachlabs on your own machine: their wire protocols on loopback ports, with jobs that run, results that
 * are real files, faults on demand, and a count of what would have been billed.
 *
 * <pre>{@code
 * try (Sandbox sandbox = Sandbox.builder().speed(60).start()) {
 *     sandbox.eachlabs().on(Operation.CREATE, Fault.loseAnswer());
 *     … // a program that uses sandbox.eachlabs().baseUrl() and key()
 *     assertThat(sandbox.eachlabs().bill().jobs()).isEqualTo(1);
 * }
 * }</pre>
 */
public final class Sandbox implements AutoCloseable {
    private final SandboxClock clock;
    private final Elsewhere elsewhere;
    private final WireServer elsewhereServer;
    private final AimlApiSandbox aimlapi;
    private final EachlabsSandbox eachlabs;

    Sandbox(SandboxBuilder settings) {
        clock = settings.clock().orElseGet(SystemSandboxClock::new);
        Pace pace = new Pace(clock, settings.speed());
        elsewhere = new Elsewhere(clock);
        Vendor first = new Vendor("aimlapi", settings.aimlapiKey(), pace, settings.runTime());
        first.limits(settings.aimlapiLimits());
        Vendor second = new Vendor("eachlabs", settings.eachlabsKey(), pace, settings.runTime());
        second.limits(settings.eachlabsLimits());
        aimlapi = AimlApiSandbox.start(settings.aimlapiPort(), first, this::elsewhereUrl);
        try {
            eachlabs = EachlabsSandbox.start(settings.eachlabsPort(), second, this::elsewhereUrl);
        } catch (UncheckedIOException e) {
            aimlapi.close(); // else its port stays taken, and nobody can give it back
            throw e;
        }
        elsewhereServer = new WireServer("elsewhere", 0, elsewhere);
    }

    /** Both vendors on free ports, in real time. */
    public static Sandbox start() {
        return builder().start();
    }

    public static SandboxBuilder builder() {
        return new SandboxBuilder();
    }

    public AimlApiSandbox aimlapi() {
        return aimlapi;
    }

    public EachlabsSandbox eachlabs() {
        return eachlabs;
    }

    /** The settings that send a program here, as {@code VideoJobs.fromConfig} takes them: keys and base URLs of both vendors. */
    public Properties properties() {
        Properties properties = new Properties();
        Stream.of(aimlapi.properties(), eachlabs.properties())
                .flatMap(List::stream)
                .map(line -> line.split(" = ", 2))
                .forEach(line -> properties.setProperty(line[0], line[1]));
        return properties;
    }

    /** What both vendors have charged. */
    public Bill bill() {
        return aimlapi.bill().plus(eachlabs.bill());
    }

    /** The host that scripted redirects lead to: another origin, where no key has any business. */
    public URI elsewhereUrl() {
        return URI.create(elsewhereServer.baseUrl().toString().replace("127.0.0.1", "localhost"));
    }

    /** What came to that host. */
    public List<ReceivedRequest> elsewhere() {
        return elsewhere.requests();
    }

    /** Every request that took a key to where none belongs: to a result, or to another host. */
    public List<ReceivedRequest> leakedKeys() {
        List<ReceivedRequest> leaks = new ArrayList<>(aimlapi.leakedKeys());
        leaks.addAll(eachlabs.leakedKeys());
        elsewhere.requests().stream()
                .filter(request ->
                        Vendor.carriesKey(request, aimlapi.key()) || Vendor.carriesKey(request, eachlabs.key()))
                .forEach(leaks::add);
        return leaks;
    }

    /** Ends all connections, jobs and threads. A clock from outside is left alone. */
    @Override
    public void close() {
        aimlapi.close();
        eachlabs.close();
        elsewhereServer.close();
        if (clock instanceof SystemSandboxClock own) {
            own.close();
        }
    }
}
