package io.videojob.testkit;

import io.videojob.ProviderException;
import io.videojob.TransportException;
import io.videojob.spi.CancelOutcome;
import io.videojob.spi.Lookup;
import io.videojob.testkit.Broken.Vendor;
import io.videojob.webhook.WebhookEvent;
import java.time.Duration;
import java.util.List;

/** Adapters that are wrong about what not every vendor can do: cancels, webhooks, and looks for lost jobs. */
final class BrokenWishes {
    private BrokenWishes() {}

    static List<Broken> all() {
        return List.of(
                cancels(
                        "says that a cancel was accepted without asking",
                        (honest, settings, id) -> CancelOutcome.accepted(),
                        "cancelWorksOrIsRefused: .*",
                        "anExchangeEndsWithinItsTimeout: a cancel .*",
                        "theKeyGoesToTheVendorOnly: a cancel .*"),
                cancels(
                        "says that it can't cancel though it can",
                        (honest, settings, id) -> {
                            CancelOutcome outcome = honest.cancel(id);
                            return outcome.kind() == CancelOutcome.Kind.ACCEPTED
                                    ? CancelOutcome.unsupported()
                                    : outcome;
                        },
                        "cancelWorksOrIsRefused: the vendor is asked, once"),
                cancels(
                        "says after a failed cancel that there is no way to",
                        (honest, settings, id) -> {
                            try {
                                return honest.cancel(id);
                            } catch (ProviderException no) {
                                return CancelOutcome.unsupported();
                            }
                        },
                        "cancelWorksOrIsRefused: a cancel that ends in \\d+ is not ACCEPTED"),
                cancels(
                        "cancels again at once when the answer is lost",
                        (honest, settings, id) -> {
                            try {
                                return honest.cancel(id);
                            } catch (TransportException lost) {
                                return honest.cancel(id);
                            }
                        },
                        "cancelWorksOrIsRefused: a cancel that ends in (HANG_UP|RESET) is not ACCEPTED"),
                lookUps(
                        "takes a failed look-up for the proof that there is no job",
                        Vendor.ABLE,
                        (honest, sent, claimed) -> {
                            try {
                                return honest.locate(sent, claimed);
                            } catch (ProviderException no) {
                                return Lookup.notSeen();
                            }
                        },
                        "aLookUpFindsOrSaysThatItCannotTell: a look-up answered with \\d+ proves nothing"),
                lookUps(
                        "says that it can't tell, whatever the vendor lists",
                        Vendor.ABLE,
                        (honest, sent, claimed) -> {
                            Lookup unused = honest.locate(sent, claimed);
                            return Lookup.canNotTell("nobody knows");
                        },
                        "aLookUpFindsOrSaysThatItCannotTell: a look-up that comes to .*"),
                lookUps(
                        "gives candidates that other jobs have",
                        Vendor.VAGUE,
                        (honest, sent, claimed) -> honest.locate(sent, id -> false),
                        "aLookUpFindsOrSaysThatItCannotTell: of CANDIDATES .*, none that another job has"),
                lookUps(
                        "sees no job because it doesn't look",
                        Vendor.BARE,
                        (honest, sent, claimed) -> Lookup.notSeen(),
                        "aLookUpFindsOrSaysThatItCannotTell: no way to look is told, and nothing sent"),
                bare(
                        "says that a job it can't look for would have been seen",
                        Bends.traits(more -> more.absenceProvesAfter(Duration.ofMinutes(1))),
                        "aLookUpFindsOrSaysThatItCannotTell: no way to look is told, and nothing sent"),
                bare(
                        "throws where it can't cancel",
                        Bends.cancel((honest, settings, id) -> {
                            throw new UnsupportedOperationException("cancel");
                        }),
                        "cancelWorksOrIsRefused: no way to cancel is told, and nothing sent"),
                bare(
                        "promises webhooks that nobody posts",
                        Bends.traits(more -> more.webhooks(true)),
                        "webhooksAreProvedOrRefused: the traits say that there are none"),
                bare(
                        "believes a webhook that its vendor never posts",
                        Bends.webhook((honest, delivery, keys) -> WebhookEvent.of("1", "in the can", false)),
                        "webhooksAreProvedOrRefused: a (signed )?delivery is refused"));
    }

    private static Broken cancels(String name, Bends.Cancel cancel, String... failing) {
        return Broken.of(name, Bends.cancel(cancel), failing);
    }

    private static Broken lookUps(String name, Vendor vendor, Bends.LookUp lookUp, String... failing) {
        return Broken.of(name, vendor, Bends.lookUp(lookUp), failing);
    }

    private static Broken bare(String name, Broken.Bend bend, String... failing) {
        return Broken.of(name, Vendor.BARE, bend, failing);
    }
}
