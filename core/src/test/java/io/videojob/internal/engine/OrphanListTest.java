package io.videojob.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.videojob.ConfigurationException;
import io.videojob.OrphanQuery;
import io.videojob.Orphans;
import io.videojob.TransportException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How far the vendors' lists are read, and what is told of it. */
class OrphanListTest extends OrphanCase {
    @Test
    void everyPageIsReadAndToldOf() {
        north.rowsOnAPage = 2;
        for (int i = 0; i < 5; i++) {
            strange(north);
        }
        List<Integer> told = new ArrayList<>();

        Orphans orphans = search(
                OrphanQuery.usual().everything().atProvider("north").onPage(list -> told.add(list.rows())), null);

        assertThat(orphans.found()).hasSize(5);
        assertThat(told).containsExactly(2, 4, 5);
        assertThat(orphans.lists())
                .singleElement()
                .satisfies(list -> assertThat(list.isCut()).isFalse());
        assertThat(south.pages).isZero();
    }

    @Test
    void aLongListIsReadToItsBoundAndSaysThatThereIsMore() {
        north.rowsOnAPage = 2;
        for (int i = 0; i < 9; i++) {
            strange(north);
        }

        Orphans orphans = search(OrphanQuery.usual().everything().limit(4), null);

        assertThat(orphans.found()).hasSize(4);
        assertThat(orphans.lists().get(0).isCut()).isTrue();
        assertThat(north.pages).isEqualTo(2);
    }

    @Test
    void aListThatBreaksOffHidesNeitherWhatWasReadNorTheOtherProvidersList() {
        north.rowsOnAPage = 1;
        strange(north);
        strange(north);
        north.listRefusal = new TransportException("north does not answer", null);
        strange(south);

        Orphans orphans = search(OrphanQuery.usual().everything(), null);

        assertThat(orphans.found())
                .extracting(orphan -> orphan.reference().provider())
                .containsExactly("north", "south");
        assertThat(orphans.lists().get(0).trouble()).contains((TransportException) north.listRefusal);
        assertThat(orphans.lists().get(0).isCut()).isTrue();
        assertThat(orphans.lists().get(1).trouble()).isEmpty();
    }

    @Test
    void anAdapterThatThrowsWhatItMustNotHidesNothingEither() {
        north.rowsOnAPage = 1;
        strange(north);
        strange(north);
        north.listRefusal = new IllegalStateException("broken");
        strange(south);

        Orphans orphans = search(OrphanQuery.usual().everything(), null);

        assertThat(orphans.found()).hasSize(2);
        assertThat(orphans.lists().get(0).trouble().orElseThrow()).hasMessageContaining("north");
    }

    @Test
    void nothingOlderThanTheQueryOrThanTheJournalRemembersIsAskedFor() {
        strange(north);
        bench.time.advance(Duration.ofHours(10));

        assertThat(search(OrphanQuery.usual().everything().since(Duration.ofHours(9)), null)
                        .found())
                .isEmpty();
        Orphans forgotten = search(OrphanQuery.usual().everything(), Duration.ofHours(9));
        assertThat(forgotten.found()).isEmpty();
        assertThat(Duration.between(forgotten.since(), bench.time.now()))
                .isBetween(Duration.ofHours(9), Duration.ofHours(9).plusSeconds(1));
        assertThat(search(OrphanQuery.usual().everything(), Duration.ofHours(11))
                        .found())
                .hasSize(1);
    }

    @Test
    void aProviderThatIsNotThereIsRefusedByName() {
        assertThatThrownBy(() -> search(OrphanQuery.usual().atProvider("west"), null))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("west")
                .hasMessageContaining("north");
    }

    @Test
    void theTimeMustBePositiveAndNinetyDaysAtMost() {
        for (Duration wrong : List.of(Duration.ZERO, Duration.ofHours(-1), Duration.ofDays(91))) {
            assertThatThrownBy(() -> OrphanQuery.usual().since(wrong)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
