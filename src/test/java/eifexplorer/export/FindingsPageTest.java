package eifexplorer.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import eifexplorer.export.Finding.Photograph;
import eifexplorer.export.Finding.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FindingsPageTest {
  @TempDir private Path folder;

  @Test
  void holdsWordsAndPhotographsAndNamesNoFile() throws IOException {
    Path file = folder.resolve("page.html");
    Finding finding =
        new Finding(
            "Closest",
            "A <b> for a c.",
            List.of("Tried."),
            List.of(
                new Row(
                    "Pair",
                    List.of(
                        new Photograph("secret/b.jpg", false, 3, "b", "test image"),
                        new Photograph("secret/c.jpg", false, 4, "c", "")))));
    FindingsPage.write(
        file,
        "Birds & more",
        "R@1 60 %",
        List.of(finding),
        path -> path.endsWith("b.jpg") ? Optional.of(new byte[] {1, 2, 3}) : Optional.empty(),
        PageLanguage.ENGLISH);
    String html = Files.readString(file);
    assertEquals(
        """
        <h1>Birds &amp; more</h1>
        <p class="facts">R@1 60 %</p>
        <section>
        <p class="facts">1 of 1</p>
        <h2>Closest</h2>
        <p class="sentence">A &lt;b&gt; for a c.</p>
        <p>Tried.</p>
        <h3>Pair</h3>
        <div class="row large"><figure><img alt="b" src="data:image/jpeg;base64,AQID"><figcaption><b>b</b>\
        <span>test image</span></figcaption></figure>
        <figure><figcaption><b>c</b></figcaption></figure>
        </div>
        </section>
        </body></html>
        """,
        html.substring(html.indexOf("<h1>")));
  }
}
