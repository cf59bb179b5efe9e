package io.videojob.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.videojob.VideoJobs;
import io.videojob.journal.jdbc.TestPostgres;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What {@code docs/operations.md} shows works as it stands there. */
class OperationsPageTest {
    @RegisterExtension
    final Nodes nodes = new Nodes();

    private static List<String> blocks(String language) throws Exception {
        String page = Files.readString(Path.of("..", "docs", "operations.md"));
        return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    @Test
    void itsQueriesCanBeAsked() throws Exception {
        String journal = TestPostgres.shared().newJournal();
        try (VideoJobs node = nodes.node(nodes.settings(journal));
                Connection connection = DriverManager.getConnection(journal);
                Statement statement = connection.createStatement()) {
            node.submit(Nodes.request("a raccoon"));

            List<String> queries = blocks("sql");
            assertThat(queries).hasSize(4);
            for (String query : queries) {
                assertThat(statement.execute(query)).as(query).isTrue();
            }
        }
    }

    @Test
    void itsSettingsAreSettings() throws Exception {
        assertThat(blocks("properties")).hasSize(1);
        Properties shown = new Properties();
        shown.load(new StringReader(blocks("properties").get(0)));
        Properties settings = nodes.settings(TestPostgres.shared().newJournal());

        shown.stringPropertyNames().stream()
                .filter(key -> !key.equals("videojob.journal.url"))
                .forEach(key -> settings.setProperty(key, shown.getProperty(key)));

        nodes.node(settings).close();
    }
}
