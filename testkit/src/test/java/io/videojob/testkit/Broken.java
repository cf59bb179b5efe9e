package io.videojob.testkit;

import io.videojob.atelier.AtelierScript;
import io.videojob.spi.ProviderSettings;
import io.videojob.spi.VideoProvider;
import io.videojob.spi.VideoProviderFactory;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * An adapter that does one thing wrong.
 *
 * @param failing the cases that have to fail, each as a pattern of {@code method: case}; no other may
 */
record Broken(String name, Vendor vendor, Bend bend, List<String> failing) {

    /** What is made of an honest provider. */
    interface Bend extends BiFunction<VideoProvider, ProviderSettings, VideoProvider> {}

    /** What the script says of the vendor, and how its honest adapter differs from the usual one. */
    record Vendor(String name, Function<VideoProviderFactory, VendorScript> says, Bend honest) {
        /** It can do all that there is. */
        static final Vendor ABLE = new Vendor("able", AtelierScript::of, (honest, settings) -> new Bent(honest));
        /** It neither cancels, nor posts, nor can be asked for a lost job. */
        static final Vendor BARE = new Vendor("bare", AtelierScript::bare, (honest, settings) -> new Bare(honest));
        /** Its look for a lost job gives candidates only. */
        static final Vendor VAGUE = new Vendor("vague", AtelierScript::vague, (honest, settings) -> new Vague(honest));

        /** The script for an adapter that differs from this vendor's honest one. */
        VendorScript script(Bend bend) {
            return says.apply(
                    new BentFactory((provider, settings) -> bend.apply(honest.apply(provider, settings), settings)));
        }
    }

    static Broken of(String name, Bend bend, String... failing) {
        return of(name, Vendor.ABLE, bend, failing);
    }

    static Broken of(String name, Vendor vendor, Bend bend, String... failing) {
        return new Broken(name, vendor, bend, List.of(failing));
    }

    @Override
    public String toString() {
        return name;
    }
}
