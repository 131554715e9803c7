package eifexplorer.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Damage that knows nothing of the format but some of its words. */
final class ByteMutations {
  private static final long[] EXTREMES = {
    0,
    1,
    2,
    16,
    127,
    128,
    255,
    256,
    32_767,
    65_535,
    1 << 24,
    Integer.MAX_VALUE,
    Integer.MIN_VALUE,
    0xffffffffL,
    1L << 40,
    Long.MAX_VALUE,
    Long.MIN_VALUE,
    -1,
    -2
  };
  private static final int LONGEST_BLOCK = 64;

  private ByteMutations() {}

  /** Everything, with other files to splice in and words to put somewhere. */
  static List<Mutation> all(List<byte[]> seeds, List<String> words) {
    return List.of(
        new Mutation("bits", ByteMutations::flip),
        new Mutation("byte", ByteMutations::set),
        new Mutation("cut", (bytes, random) -> Arrays.copyOf(bytes, place(bytes, random))),
        new Mutation("twice", ByteMutations::duplicate),
        new Mutation("without", ByteMutations::delete),
        new Mutation("number", ByteMutations::extreme),
        new Mutation("splice", (bytes, random) -> splice(bytes, of(seeds, random), random)),
        new Mutation(
            "word",
            (bytes, random) ->
                put(
                    bytes,
                    of(words, random).getBytes(StandardCharsets.ISO_8859_1),
                    random.nextBoolean(),
                    random)));
  }

  /** One of a list. */
  static <T> T of(List<T> list, Random random) {
    return list.get(random.nextInt(list.size()));
  }

  /** Somewhere in a file, more often near its beginning, where headers are. */
  private static int place(byte[] bytes, Random random) {
    int within = random.nextBoolean() ? Math.min(bytes.length, 256) : bytes.length;
    return random.nextInt(within + 1);
  }

  private static byte[] flip(byte[] bytes, Random random) {
    for (int n = 1 << random.nextInt(4); n > 0 && bytes.length > 0; n--) {
      bytes[Math.min(place(bytes, random), bytes.length - 1)] ^= (byte) (1 << random.nextInt(8));
    }
    return bytes;
  }

  private static byte[] set(byte[] bytes, Random random) {
    if (bytes.length > 0) {
      int value = random.nextInt(3) == 0 ? random.nextInt(256) : random.nextBoolean() ? 0 : 255;
      bytes[Math.min(place(bytes, random), bytes.length - 1)] = (byte) value;
    }
    return bytes;
  }

  private static byte[] duplicate(byte[] bytes, Random random) {
    int from = place(bytes, random);
    int to = Math.min(bytes.length, from + 1 + random.nextInt(LONGEST_BLOCK));
    byte[] block = Arrays.copyOfRange(bytes, from, to);
    int times = random.nextInt(8) == 0 ? 1 + random.nextInt(2000) : 1;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(bytes, 0, to);
    for (int n = 0; n < times; n++) {
      out.writeBytes(block);
    }
    out.write(bytes, to, bytes.length - to);
    return out.toByteArray();
  }

  private static byte[] delete(byte[] bytes, Random random) {
    int from = place(bytes, random);
    int to = Math.min(bytes.length, from + 1 + random.nextInt(LONGEST_BLOCK));
    return join(bytes, from, new byte[0], to);
  }

  private static byte[] extreme(byte[] bytes, Random random) {
    int width = 1 << random.nextInt(4);
    if (bytes.length < width) {
      return bytes;
    }
    long value = EXTREMES[random.nextInt(EXTREMES.length)];
    value = random.nextInt(4) == 0 ? bytes.length + random.nextInt(9) - 4 : value;
    ByteBuffer number = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(value).flip();
    byte[] written = Arrays.copyOf(number.array(), width);
    int at = Math.min(place(bytes, random), bytes.length - width);
    boolean bigEndian = random.nextBoolean();
    for (int i = 0; i < width; i++) {
      bytes[at + i] = written[bigEndian ? width - 1 - i : i];
    }
    return bytes;
  }

  private static byte[] splice(byte[] bytes, byte[] other, Random random) {
    int from = place(other, random);
    byte[] block = Arrays.copyOfRange(other, from, from + random.nextInt(other.length - from + 1));
    return random.nextBoolean()
        ? join(bytes, place(bytes, random), block, bytes.length)
        : put(bytes, block, random.nextBoolean(), random);
  }

  private static byte[] put(byte[] bytes, byte[] block, boolean over, Random random) {
    int at = place(bytes, random);
    return join(bytes, at, block, over ? Math.min(bytes.length, at + block.length) : at);
  }

  /** The beginning up to {@code end}, a block, and what comes from {@code rest} on. */
  static byte[] join(byte[] bytes, int end, byte[] block, int rest) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(bytes, 0, end);
    out.writeBytes(block);
    out.write(bytes, rest, bytes.length - rest);
    return out.toByteArray();
  }
}
