package eifexplorer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConsoleTest {
  /** A colour, a window's title, eight-bit controls, the direction of writing, a tag beyond 16 bits. */
  private static final String HOSTILE = "a\u001b[31mb\u001b]0;x\u0007\u009b2J\u202ec\udb40\udc01";

  private static final String SHOWN =
      "a\\u001b[31mb\\u001b]0;x\\u0007\\u009b2J\\u202ec\\udb40\\udc01";

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final Console console =
      new Console(new PrintWriter(out, true), new PrintWriter(err, true), false, () -> null);

  private static String lines(StringWriter text) {
    return text.toString().replace(System.lineSeparator(), "\n");
  }

  @Test
  void namesDoNothingToATerminal() {
    console.line("%s of %d", HOSTILE, 3);
    Table table = new Table("class", "images");
    table.row(HOSTILE + "\n", 3);
    table.print(console);
    console.note(HOSTILE + "\nnext");

    assertEquals(SHOWN + " of 3\nclass\timages\n" + SHOWN + " \t3\n", lines(out));
    assertEquals(SHOWN + "\nnext\n", lines(err));
  }

  @Test
  void aNameOfTwoLinesStaysOnItsOwn() {
    console.line("%2d  %s\n%s", 1, "a\nb\r", "c\td");

    assertEquals(" 1  a\\u000ab\\u000d\nc\td\n", lines(out));
  }

  @Test
  void jsonMeansTheSame() {
    console.json(Map.of("class", HOSTILE));

    assertEquals(
        "{\n  \"class\" : \"" + SHOWN.replace("\\u001b", "\\u001B") + "\"\n}\n", lines(out));
  }
}
