package eifexplorer.djl;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HiddenCachesTest {
  @TempDir Path processor;

  @Test
  void aProcessorWithoutACacheHidesThem() {
    assertTrue(HiddenCaches.areHidden(processor));
  }

  @Test
  void aProcessorWithACacheShowsThem() throws Exception {
    Files.createDirectories(processor.resolve("cache/index0"));
    assertFalse(HiddenCaches.areHidden(processor));
  }

  @Test
  void nothingIsKnownWithoutTheProcessorsFolder() {
    assertFalse(HiddenCaches.areHidden(processor.resolve("absent")));
  }
}
