package io.videojob.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.videojob.ProtocolException;
import io.videojob.ProviderException;
import io.videojob.catalog.LiveModel;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import okhttp3.mockwebserver.MockResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The invented vendor's lists, as the resource {@code live.json} beside this class describes them. */
class LiveListsTest extends AtAcme {
    private List<LiveModel> read() {
        return LiveLists.beside(LiveListsTest.class, http).orElseThrow().read();
    }

    private static String rows(int from, int count) {
        return IntStream.range(from, from + count)
                .mapToObj(i -> "{\"id\":\"m-" + i + "\",\"kind\":\"video\"}")
                .collect(Collectors.joining(","));
    }

    @Test
    void modelsComeWithTheirNamesEndingsAndInputs() throws Exception {
        server.enqueue(Acme.json(
                "{\"data\":[{\"id\":\"old\",\"shutdown_at\":\"2027-01-31\",\"replaced_by\":\"m-1\"},{\"id\":\"alias-2\"},"
                        + "{\"id\":\"left-already\",\"shutdown_at\":\"2027-02-28\"}]}"));
        server.enqueue(Acme.json("""
                        {"data":[
                          {"id":"m-1","aliases":["alias-1"],"kind":"video","input":{"properties":{"prompt":{"type":"string"},
                           "seconds":{"enum":["5","10"]}},"required":["prompt"]}},
                          {"id":"m-2","aliases":["alias-2"],"kind":"video"},
                          {"id":"old","kind":"video"},
                          {"id":"a-voice","kind":"audio"},
                          {"kind":"video"}, "garbage"]}"""));

        List<LiveModel> models = read();

        assertThat(models).extracting(LiveModel::slug).containsExactly("m-1", "m-2", "old", "a-voice", "left-already");
        assertThat(models)
                .filteredOn(LiveModel::isOfOtherKind)
                .extracting(LiveModel::slug)
                .containsExactly("a-voice");
        assertThat(models.get(0).aliases()).containsExactly("alias-1");
        assertThat(models.get(0).fields()).contains(Map.of("prompt", List.of(), "seconds", List.of("5", "10")));
        assertThat(models.get(0).required()).containsExactly("prompt");
        assertThat(models.get(0).endsAt()).isEmpty();
        assertThat(models.get(1).endsAt()).as("it ends, nobody says when").contains(Instant.MAX);
        assertThat(models.get(2).endsAt()).contains(Instant.parse("2027-01-31T00:00:00Z"));
        assertThat(models.get(2).replacedBy()).contains("m-1");
        assertThat(models.get(4).endsAt()).contains(Instant.parse("2027-02-28T00:00:00Z"));
        server.takeRequest();
        assertThat(server.takeRequest().getPath()).isEqualTo("/v1/models?limit=10&offset=0");
    }

    @Test
    void pagesAreReadUntilOneIsNotFull() throws Exception {
        server.enqueue(Acme.json("{\"data\":[]}"));
        server.enqueue(Acme.json("{\"data\":[" + rows(0, 10) + "]}"));
        server.enqueue(Acme.json("{\"data\":[" + rows(10, 3) + "]}"));

        assertThat(read()).hasSize(13);
        assertThat(server.getRequestCount()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "{\"data\":null}", "{\"data\":{}}"})
    void anAnswerWithoutRowsIsAnEmptyList(String answer) {
        server.enqueue(Acme.json(answer));
        server.enqueue(Acme.json(answer));

        assertThat(read()).isEmpty();
    }

    @Test
    void aRefusalAndGarbageAreToldAsSuch() {
        server.enqueue(new MockResponse().setResponseCode(503));
        assertThatThrownBy(this::read).isInstanceOf(ProviderException.class);

        server.enqueue(new MockResponse().setBody("<html>"));
        assertThatThrownBy(this::read).isInstanceOf(ProtocolException.class);
    }

    @Test
    void anAdapterWithoutTheResourceHasNoLists() {
        assertThat(LiveLists.beside(String.class, http)).isEmpty();
    }
}
