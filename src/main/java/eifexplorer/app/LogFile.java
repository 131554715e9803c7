package eifexplorer.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.TimeBasedRollingPolicy;
import ch.qos.logback.core.util.FileSize;
import eifexplorer.workspace.LogFolder;
import java.nio.charset.StandardCharsets;
import org.slf4j.LoggerFactory;

/** The window's log: a file a day, a week of them, shared by all windows that are open. */
final class LogFile {
  private static final int DAYS = 7;
  private static final String MOST = "5MB";

  private static final String LINE =
      "%d{HH:mm:ss.SSS} %-5level %logger{0} - " + ErrorStreamLog.MESSAGE;

  private LogFile() {}

  /** Writes from now on what the program logs to a folder too; where that can't be, nobody is troubled. */
  static void open(LogFolder logs) {
    if (!(LoggerFactory.getILoggerFactory() instanceof LoggerContext context)) {
      return;
    }
    PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setCharset(StandardCharsets.UTF_8);
    encoder.setPattern(LINE);
    encoder.start();
    RollingFileAppender<ILoggingEvent> file = new RollingFileAppender<>();
    file.setContext(context);
    file.setEncoder(encoder);
    file.setPrudent(true);
    TimeBasedRollingPolicy<ILoggingEvent> daily = new TimeBasedRollingPolicy<>();
    daily.setContext(context);
    daily.setParent(file);
    daily.setFileNamePattern(logs.folder().resolve("eif-explorer.%d.log").toString());
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
