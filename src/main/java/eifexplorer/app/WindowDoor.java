package eifexplorer.app;

import eifexplorer.job.Metronome;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where a window is handed what another start of the program was to open; see {@link OpenWindows}. */
final class WindowDoor implements AutoCloseable {
  /** The length of the answer. */
  static final int THANKS_BYTES = 2;

  private static final Logger LOG = LoggerFactory.getLogger(WindowDoor.class);
  private static final byte[] THANKS = "ok".getBytes(StandardCharsets.US_ASCII);

  /** Who connects and says nothing holds up the next so long. */
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  /** Between one and the next: a program gone wild opens not more than this. */
  private static final Duration PAUSE = Duration.ofMillis(100);

  private final Path socket;
  private final ServerSocketChannel door;
  private final Consumer<HandedOver> taken;
  private final Metronome porter = new Metronome("window-door", PAUSE, this::serve);

  private WindowDoor(Path socket, ServerSocketChannel door, Consumer<HandedOver> taken) {
    this.socket = socket;
    this.door = door;
    this.taken = taken;
  }

  /** One that listens at a path where nothing is. */
  static WindowDoor at(Path socket, Consumer<HandedOver> taken) throws IOException {
    ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    try {
      channel.bind(UnixDomainSocketAddress.of(socket));
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
    WindowDoor opened = new WindowDoor(socket, channel, taken);
    opened.porter.start();
    return opened;
  }

  /** Whether an answer says that it was taken. */
  static boolean isThanks(byte[] answer) {
    return Arrays.equals(answer, THANKS);
  }

  private void serve() {
    try (BoundedChannel guest = new BoundedChannel(door.accept(), PATIENCE)) {
      byte[] said = guest.readAll(HandedOver.MOST_BYTES);
      Optional<HandedOver> handed = HandedOver.read(said);
      if (said.length == 0) {
        LOG.debug("Somebody looked whether the window is there");
      } else if (handed.isPresent()) {
        taken.accept(handed.get());
        guest.write(THANKS);
      } else {
        LOG.info("What was handed over is not understood");
      }
    } catch (ClosedChannelException e) {
      LOG.debug("The window is closed, or the guest is gone", e);
    } catch (IOException e) {
      LOG.info("Nothing was handed over: {}", e.getMessage());
    }
  }

  /** The window is used now: it comes first. */
  void used() {
    try {
      Files.setLastModifiedTime(socket, FileTime.from(Instant.now()));
    } catch (IOException e) {
      LOG.debug("{} can't be marked", socket, e);
    }
  }

  /** Nothing is taken any more. */
  @Override
  public void close() {
    porter.stop();
    try {
      door.close();
      Files.deleteIfExists(socket);
    } catch (IOException e) {
      LOG.info("{} stays", socket, e);
    }
  }
}
