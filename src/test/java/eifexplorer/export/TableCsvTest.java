package eifexplorer.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TableCsvTest {
  @Test
  void namesThatWouldActOnATerminalAreWrittenPlain() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    TableCsv csv = new TableCsv(out);
    csv.line("red\u001b[31m, wren\u009b", "a\nb\u202e.png", 7);
    csv.flush();

    assertEquals(
        "\"red\\u001b[31m, wren\\u009b\",a\\u000ab\\u202e.png,7\r\n",
        out.toString(StandardCharsets.UTF_8));
  }

  @Test
  void namesAreNoFormulasToASpreadsheet() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    TableCsv csv = new TableCsv(out);
    csv.line("=1+1", "@x.png", "-a", "+\n", "a=1", -1.5, "-0.5", "-");
    csv.flush();
    assertEquals(
        "'=1+1,'@x.png,'-a,'+\\u000a,a=1,-1.5,-0.5,-\r\n", out.toString(StandardCharsets.UTF_8));
  }
}
