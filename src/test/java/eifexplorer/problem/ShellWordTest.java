package eifexplorer.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ShellWordTest {
  @Test
  void whatAShellWouldTakeApartIsQuoted() {
    assertEquals(
        "/data/birds-2/\u00e9t\u00e9", ShellWord.quoted("/data/birds-2/\u00e9t\u00e9", false));
    assertEquals("\"/data/my birds\"", ShellWord.quoted("/data/my birds", false));
    assertEquals("\"it's\"", ShellWord.quoted("it's", false));
    assertEquals("'a $b'", ShellWord.quoted("a $b", false));
    assertEquals("'a\"b'\\''c'", ShellWord.quoted("a\"b'c", false));
    assertEquals("\"\"", ShellWord.quoted("", false));
    assertEquals("C:\\birds", ShellWord.quoted("C:\\birds", true));
    assertEquals("\"C:\\my birds\"", ShellWord.quoted("C:\\my birds", true));
  }
}
