package eifexplorer.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtmlTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "plain, 84 %|plain, 84 %",
        "<b>&\"'|&lt;b&gt;&amp;&quot;&#39;",
        "rather زرزور, 84 %|rather <bdi>زرزور</bdi>, 84 %",
        "עורב שחור 12 · test 3|<bdi>עורב שחור</bdi> 12 · test 3",
        "עורב taken for دار 7 دور|<bdi>עורב</bdi> taken for <bdi>دار 7 دور</bdi>",
        "שם<br>שם|<bdi>שם</bdi>&lt;br&gt;<bdi>שם</bdi>"
      })
  void whatIsWrittenFromRightToLeftStandsAsAWhole(String text, String html) {
    assertEquals(html, Html.text(text));
  }
}
