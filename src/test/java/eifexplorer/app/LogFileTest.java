package eifexplorer.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import eifexplorer.workspace.LogFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class LogFileTest {
  @TempDir Path folder;

  private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
  private final Logger noisy = (Logger) LoggerFactory.getLogger("eifexplorer.noisy");
  private final List<Appender<ILoggingEvent>> before = new ArrayList<>();

  @BeforeEach
  void remember() {
    appenders().forEachRemaining(before::add);
    before.forEach(root::detachAppender); // the console need not read what is written here
  }

  @AfterEach
  void restore() {
    List<Appender<ILoggingEvent>> opened = new ArrayList<>();
    appenders().forEachRemaining(opened::add);
    opened.forEach(
        appender -> {
          root.detachAppender(appender);
          appender.stop();
        });
    before.forEach(root::addAppender);
  }

  private Iterator<Appender<ILoggingEvent>> appenders() {
    return root.iteratorForAppenders();
  }

  @Test
  void aDayOnWhichMuchHappensHasSeveralFilesOfAMegabyte() throws IOException {
    LogFolder logs = new LogFolder(folder);
    LogFile.open(logs);

    for (int i = 0; i < 2500; i++) {
      noisy.info("{} {}", i, "x".repeat(1000));
    }

    try (Stream<Path> files = Files.list(folder)) {
      List<Long> sizes =
          files.map(Path::toFile).map(file -> file.length() / 100_000).sorted().toList();
      assertEquals(3, sizes.size(), sizes.toString());
      assertTrue(sizes.get(2) <= 11, sizes.toString());
    }
    assertTrue(logs.lastLines(1).get(0).contains("2499 xxx"), "the last line");
  }
}
