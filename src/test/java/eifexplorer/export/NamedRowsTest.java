package eifexplorer.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NamedRowsTest {
  private static final Columns<String> COLUMNS =
      new Columns<String>().with("name", name -> name).with("long", String::length);

  @TempDir private Path folder;

  @Test
  void aTableHasItsHeadLineWithoutARowToo() throws IOException {
    assertEquals("name,long\r\n", csv(List.of()));
  }

  @Test
  void aRowHasItsValuesInTheColumnsOrder() throws IOException {
    assertEquals("name,long\r\nwren,4\r\n'=1+1,4\r\n", csv(List.of("wren", "=1+1")));
  }

  private String csv(List<String> names) throws IOException {
    Path file = folder.resolve("a.csv");
    COLUMNS.rows(names).write(file);
    return Files.readString(file);
  }
}
