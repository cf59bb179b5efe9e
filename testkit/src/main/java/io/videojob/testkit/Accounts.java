package io.videojob.testkit;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.videojob.ConfigurationException;
import io.videojob.VideoJobException;
import io.videojob.spi.ProviderSettings;
import io.videojob.spi.ProviderTraits;
import io.videojob.spi.VideoProvider;
import io.videojob.spi.VideoProviderFactory;
import io.videojob.testkit.VendorServer.Play;
import java.net.URI;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** What settings make of a provider, and which they refuse. */
final class Accounts {
    private final Bench bench;
    private final VideoProviderFactory factory;

    Accounts(Bench bench) {
        this.bench = bench;
        this.factory = bench.script.factory;
    }

    Stream<DynamicTest> all() {
        return Stream.of(
                dynamicTest("the vendor is found by its name", this::found),
                dynamicTest("a provider has the name of its settings", this::name),
                dynamicTest("the traits are facts that stay the same", this::traits),
                dynamicTest("a base URL with a path keeps it", this::path),
                dynamicTest("a blank key is refused", () -> refused(settings(" "))),
                dynamicTest(
                        "plain http to another machine is refused",
                        () -> refused(settings(bench.script.key).withBaseUrl(URI.create("http://vendor.example")))),
                dynamicTest(
                        "a base URL with the key in it is refused",
                        () -> refused(settings(bench.script.key)
                                .withBaseUrl(URI.create("https://user:" + bench.script.key + "@vendor.example")))));
    }

    private ProviderSettings settings(String key) {
        return ProviderSettings.of(factory.vendor(), key);
    }

    private void found() {
        List<String> vendors = ServiceLoader.load(VideoProviderFactory.class).stream()
                .map(entry -> entry.get().vendor())
                .toList();
        Check.expect(
                vendors.contains(factory.vendor()),
                factory.vendor() + " in META-INF/services/" + VideoProviderFactory.class.getName(),
                vendors);
        Check.expect(
                factory.vendor().equals(bench.provider.vendor()),
                "the provider's vendor is the factory's, " + factory.vendor(),
                bench.provider.vendor());
        Check.expect(
                factory.apiKeyVariable().matches("[A-Z][A-Z0-9_]*"),
                "a variable for the key",
                factory.apiKeyVariable());
    }

    private void name() {
        VideoProvider spare = bench.another(ProviderSettings.of("spare", bench.script.key));
        Check.expect(spare.name().equals("spare"), "the name \"spare\"", spare.name());
    }

    private void traits() {
        ProviderTraits traits = bench.provider.traits();
        List<String> slugs = traits.profiles().slugs();
        Check.expect(
                slugs.contains(bench.sample().model()),
                "a profile of " + bench.sample().model(),
                slugs);
        Check.expect(traits.isLoopback(), "isLoopback() at " + bench.server.url(), false);
        VideoProvider far = bench.another(settings(bench.script.key).withBaseUrl(URI.create("https://vendor.example")));
        Check.expect(!far.traits().isLoopback(), "not isLoopback() at https://vendor.example", true);
        Check.expect(
                far.traits().profiles().slugs().equals(slugs),
                "the same profiles at any base URL",
                far.traits().profiles());
    }

    private void path() {
        URI below = bench.server.url().resolve("/below/this");
        VideoProvider provider = bench.another(bench.settings().withBaseUrl(below));
        Play play = bench.answers(bench.finished());
        Object unused = Check.typed(() -> provider.fetch("contract-job"));
        Object unusedToo = Check.outcome(() -> provider.submit(bench.submission()));
        Check.expect(
                play.requests().size() == 2
                        && play.requests().stream().allMatch(r -> r.target().startsWith("/below/this/")),
                "a look and a create below /below/this/",
                play.requests().stream().map(VendorRequest::target).toList());
    }

    private void refused(ProviderSettings settings) {
        VideoJobException thrown = Check.refusal(
                "a ConfigurationException", () -> bench.make(settings).traits());
        Check.expect(thrown instanceof ConfigurationException, "a ConfigurationException", thrown);
        Check.expect(!Check.trace(thrown).contains(bench.script.key), "no key in the message", thrown);
    }
}
