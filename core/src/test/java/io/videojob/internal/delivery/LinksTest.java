package io.videojob.internal.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinksTest {

    @ParameterizedTest
    @CsvSource({
        "https://A.example, https://A.example/",
        "HTTPS://a.example:8443?x=1, https://a.example:8443/?x=1",
        "https://a.example/%2e/a+b?x=%zz%20, https://a.example/%2e/a+b?x=%25zz%20",
        "https://a.example/../../b, https://a.example/b",
        "https://a.example/..b, https://a.example/..b",
        "https://a.example//b, https://a.example//b",
    })
    void aLinkIsAskedForAsItWasWrittenAsFarAsThatIsLegal(String link, String asked) throws Exception {
        assertThat(Links.parse(link)).hasToString(asked);
    }
}
