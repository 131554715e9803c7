package eifexplorer.app;

import eifexplorer.cli.CommandContext;
import eifexplorer.project.PairLink;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What one start of the program hands to a window that is open already.
 *
 * @param what a link, or the absolute path of a file or folder
 * @param present whether that is presented
 */
record HandedOver(String what, boolean present) {
  /** The longest that is read, in bytes: a path or link has at most 4096 characters of at most 4 bytes each. */
  static final int MOST_BYTES = 4 * 4096 + 64;

  /** No path can have it in it. */
  private static final String BETWEEN = "\0";

  private static final String BEGINNING = "eif-explorer 1";

  /** Of a window's arguments; empty if nothing is opened with them, or more than is passed on. */
  static Optional<HandedOver> of(List<String> arguments) {
    if (arguments.contains(CommandContext.NEW_WINDOW)) {
      return Optional.empty();
    }
    boolean present = arguments.contains(CommandContext.PRESENT);
    return arguments.stream()
        .filter(argument -> !argument.equals(CommandContext.PRESENT))
        .findFirst()
        .map(what -> new HandedOver(what, present))
        .filter(handed -> read(handed.bytes()).equals(Optional.of(handed)));
  }

  /** As it is sent. */
  byte[] bytes() {
    return String.join(BETWEEN, BEGINNING, present ? CommandContext.PRESENT : "", what)
        .getBytes(StandardCharsets.UTF_8);
  }

  /** What was sent; empty if it is anything else. Whether it can be opened is for the window to say. */
  static Optional<HandedOver> read(byte[] sent) {
    if (sent.length > MOST_BYTES) {
      return Optional.empty();
    }
    try {
      String text =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(sent)).toString(); // or throws
      List<String> parts = Arrays.asList(text.split(BETWEEN, -1));
      boolean known =
          parts.size() == 3
              && parts.get(0).equals(BEGINNING)
              && List.of("", CommandContext.PRESENT).contains(parts.get(1))
              && isThing(parts.get(2));
      return known
          ? Optional.of(new HandedOver(parts.get(2), !parts.get(1).isEmpty()))
          : Optional.empty();
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static boolean isThing(String text) {
    try {
      return PairLink.isLink(text) || Path.of(text).isAbsolute();
    } catch (InvalidPathException e) {
      return false;
    }
  }
}
