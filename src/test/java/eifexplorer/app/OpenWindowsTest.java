package eifexplorer.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "Its sockets have no time that can be set")
class OpenWindowsTest {
  private static final HandedOver LINK =
      new HandedOver("eif-explorer:open?workspace=/ws&pair=1,2", false);

  @TempDir Path data;
  private final List<String> taken = Collections.synchronizedList(new ArrayList<>());
  private OpenWindows windows;

  @BeforeEach
  void onOneDisplay() {
    windows = OpenWindows.of(data, Map.of("DISPLAY", ":1"));
  }

  private WindowDoor window(String name) {
    Optional<WindowDoor> door = windows.open(handed -> taken.add(name + " " + handed.what()));
    assumeTrue(
        door.isPresent() || OS.LINUX.isCurrentOs(),
        "The folder for temporary files is at too long a path for a socket, or on a disk without");
    return door.orElseThrow();
  }

  private List<Path> sockets() throws IOException {
    try (Stream<Path> all = Files.list(data.resolve("windows"))) {
      return all.toList();
    }
  }

  /** So that it does not count how finely a file system tells times apart. */
  private void usedLongAgo() throws IOException {
    for (Path socket : sockets()) {
      Files.setLastModifiedTime(socket, FileTime.fromMillis(1));
    }
  }

  @Test
  void theWindowUsedLastTakesIt() throws IOException {
    try (WindowDoor first = window("first");
        WindowDoor second = window("second")) {
      usedLongAgo();
      first.used();
      assertTrue(windows.give(LINK));
      usedLongAgo();
      second.used();
      assertTrue(windows.give(LINK));
    }

    assertFalse(windows.give(LINK));
    assertEquals(List.of("first " + LINK.what(), "second " + LINK.what()), taken);
    assertEquals(List.of(), sockets());
  }

  @Test
  void aWindowOnAnotherDisplayIsOutOfSight() {
    try (WindowDoor here = window("here")) {
      here.used();
      assertFalse(OpenWindows.of(data, Map.of("DISPLAY", ":2")).give(LINK));
    }
  }

  @Test
  void aKilledWindowsSocketIsPassedOverAndRemoved() throws IOException {
    try (WindowDoor open = window("open")) {
      String prefix = sockets().get(0).getFileName().toString().substring(0, 9);
      Path killed = data.resolve("windows").resolve(prefix + "killed");
      ServerSocketChannel.open(StandardProtocolFamily.UNIX)
          .bind(UnixDomainSocketAddress.of(killed))
          .close();
      for (Path socket : sockets()) {
        Files.setLastModifiedTime(socket, FileTime.fromMillis(socket.equals(killed) ? 2 : 1));
      }

      assertTrue(windows.give(LINK));

      assertFalse(Files.exists(killed));
      open.used();
    }
  }

  @Test
  void theNextWindowRemovesWhatKilledOnesLeftOnAnyDisplay() throws IOException {
    try (WindowDoor open = window("open")) {
      List<Path> before = sockets();
      for (String left : List.of("01234567-killed", "other")) {
        Path killed = data.resolve("windows").resolve(left);
        ServerSocketChannel.open(StandardProtocolFamily.UNIX)
            .bind(UnixDomainSocketAddress.of(killed))
            .close();
      }
      usedLongAgo();

      try (WindowDoor next = window("next")) {
        next.used();
        assertEquals(2, sockets().size());
        assertTrue(sockets().containsAll(before));
        assertTrue(windows.give(LINK));
      }
      open.used();
    }
    assertEquals(List.of("next " + LINK.what()), taken);
  }

  @Test
  void whatIsNotUnderstoodOrTooLongIsNotTakenAndTheNextIs() throws IOException {
    try (WindowDoor open = window("open")) {
      UnixDomainSocketAddress address = UnixDomainSocketAddress.of(sockets().get(0));
      try (BoundedChannel guest = BoundedChannel.to(address, Duration.ofSeconds(30))) {
        guest.write("GET /".getBytes(StandardCharsets.UTF_8));
        assertEquals(0, guest.readAll(2).length);
      }
      assertThrows(
          IOException.class,
          () -> {
            try (BoundedChannel guest = BoundedChannel.to(address, Duration.ofSeconds(30))) {
              guest.write(new byte[10_000_000]);
            }
          });
      assertTrue(windows.give(LINK));
      open.used();
    }

    assertEquals(List.of("open " + LINK.what()), taken);
  }

  @Test
  void aFolderOthersMayEnterIsNotUsed() throws IOException {
    Path folder = Files.createDirectory(data.resolve("windows"));
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));

    assertTrue(windows.open(handed -> {}).isEmpty());
    assertFalse(windows.give(LINK));
  }

  @Test
  void aPathTooLongForASocketLeavesEachItsOwnWindow() {
    OpenWindows deep = OpenWindows.of(data.resolve("d".repeat(120)), Map.of());

    assertTrue(deep.open(handed -> {}).isEmpty());
    assertFalse(deep.give(LINK));
  }
}
