package eifexplorer.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeAndTimeBasedRollingPolicy;
import ch.qos.logback.core.util.FileSize;
import eifexplorer.workspace.LogFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.slf4j.LoggerFactory;

/**
 * The window's log: a file a day, another from a megabyte on, a week of them and five megabytes at most, shared by all
 * windows that are open.
 */
final class LogFile {
  private static final int DAYS = 7;
  private static final String MOST = "5MB";
  private static final String MOST_OF_A_FILE = "1MB";

  private static final String LINE =
      "%d{HH:mm:ss.SSS} %-5level %logger{0} - " + ErrorStreamLog.MESSAGE;

  private LogFile() {}

  /** A file that several windows write to, whose size counts: logback counts none of what it writes under a lock. */
  private static final class SharedFile extends RollingFileAppender<ILoggingEvent> {
    @Override
    protected void writeOut(ILoggingEvent event) throws IOException {
      super.writeOut(event);
      updateByteCount(getEncoder().encode(event));
    }
  }

  /** Writes from now on what the program logs to a folder too; where that can't be, nobody is troubled. */
  static void open(LogFolder logs) {
    if (!(LoggerFactory.getILoggerFactory() instanceof LoggerContext context)) {
      return;
    }
    logs.removeOlderThan(DAYS); // those of earlier versions are not called as those of this one
    PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setCharset(StandardCharsets.UTF_8);
    encoder.setPattern(LINE);
    encoder.start();
    RollingFileAppender<ILoggingEvent> file = new SharedFile();
    file.setContext(context);
    file.setEncoder(encoder);
    file.setPrudent(true);
    SizeAndTimeBasedRollingPolicy<ILoggingEvent> daily = new SizeAndTimeBasedRollingPolicy<>();
    daily.setContext(context);
    daily.setParent(file);
    daily.setFileNamePattern(logs.folder().resolve("eif-explorer.%d.%i.log").toString());
    daily.setMaxFileSize(FileSize.valueOf(MOST_OF_A_FILE));
    daily.setMaxHistory(DAYS);
    daily.setTotalSizeCap(FileSize.valueOf(MOST));
    daily.setCleanHistoryOnStart(true);
    file.setRollingPolicy(daily);
    daily.start();
    file.start();
    context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(file);
    context.getLogger("eifexplorer").setLevel(Level.INFO);
  }
}
