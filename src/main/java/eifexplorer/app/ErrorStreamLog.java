package eifexplorer.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.filter.ThresholdFilter;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.spi.ContextAwareBase;
import ch.qos.logback.core.status.NopStatusListener;

/**
 * Warnings go to the error stream; what people need to know is printed by the command line or shown by the window. Found by
 * Logback as a service: a configuration file would be parsed at each start.
 */
@ConfiguratorRank(ConfiguratorRank.CUSTOM_NORMAL_PRIORITY)
public final class ErrorStreamLog extends ContextAwareBase implements Configurator {
  /** The message, without what a file's name could do to a terminal, or to a pager. */
  static final String MESSAGE = "%replace(%msg){'[\\p{Cc}\\p{Cf}]+','?'}%n";

  /** Made by Logback. */
  public ErrorStreamLog() {}

  @Override
  public ExecutionStatus configure(LoggerContext context) {
    context.getStatusManager().add(new NopStatusListener());
    Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.WARN);
    root.addAppender(errorStream(context));
    context.getLogger("ai.djl").setLevel(Level.ERROR);
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }

  private static ConsoleAppender<ILoggingEvent> errorStream(LoggerContext context) {
    PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setPattern("%d{HH:mm:ss} %-5level - " + MESSAGE);
    encoder.start();
    // The window's log takes more.
    ThresholdFilter warnings = new ThresholdFilter();
    warnings.setLevel(Level.WARN.toString());
    warnings.start();
    ConsoleAppender<ILoggingEvent> stream = new ConsoleAppender<>();
    stream.setContext(context);
    stream.setTarget("System.err");
    stream.setEncoder(encoder);
    stream.addFilter(warnings);
    stream.start();
    return stream;
  }
}
