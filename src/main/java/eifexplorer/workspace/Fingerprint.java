package eifexplorer.workspace;

import eifexplorer.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Identity of (inputs, parameters): 16 hexadecimal digits of a SHA-256 over named, length-prefixed values.
 *
 * @param digits lower-case hexadecimal
 */
public record Fingerprint(String digits) {
  private static final Pattern DIGITS = Pattern.compile("[0-9a-f]{16}");

  /** Throws {@link ProblemException} if these are not 16 digits, as in a file that was made to lead elsewhere. */
  public Fingerprint {
    if (!DIGITS.matcher(digits).matches()) {
      throw ProblemException.badValue(
          "fingerprint", FolderNames.shown(digits), "16 hexadecimal digits");
    }
  }

  @Override
  public String toString() {
    return digits;
  }

  /** Starts collecting values. */
  public static Builder builder() {
    return new Builder();
  }

  /** Collects named values in order; the order matters. */
  public static final class Builder {
    /** So many numbers are turned into bytes at once. */
    private static final int BLOCK = 1 << 14;

    private final MessageDigest digest;

    private Builder() {
      try {
        digest = MessageDigest.getInstance("SHA-256");
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("Every Java platform has SHA-256", e);
      }
    }

    /** Adds a value by its text. */
    public Builder add(String name, Object value) {
      text(name);
      text(String.valueOf(value));
      return this;
    }

    /** Adds numbers by their bits. */
    public Builder add(String name, float[] values) {
      text(name);
      ByteBuffer buffer =
          ByteBuffer.allocate(Math.min(values.length, BLOCK) * Float.BYTES)
              .order(ByteOrder.LITTLE_ENDIAN);
      for (int from = 0; from < values.length; from += BLOCK) {
        int count = Math.min(BLOCK, values.length - from);
        buffer.asFloatBuffer().put(values, from, count);
        digest.update(buffer.array(), 0, count * Float.BYTES);
      }
      return this;
    }

    /** Adds all bytes that are left in a stream. */
    public Builder add(String name, InputStream in) throws IOException {
      text(name);
      byte[] block = new byte[1 << 16];
      for (int n = in.read(block); n >= 0; n = in.read(block)) {
        digest.update(block, 0, n);
      }
      return this;
    }

    /** Adds whole numbers. */
    public Builder add(String name, int[] values) {
      text(name);
      ByteBuffer buffer = ByteBuffer.allocate(values.length * 4).order(ByteOrder.LITTLE_ENDIAN);
      buffer.asIntBuffer().put(values);
      digest.update(buffer);
      return this;
    }

    private void text(String text) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      digest.update(ByteBuffer.allocate(4).putInt(0, bytes.length));
      digest.update(bytes);
    }

    /** The fingerprint of what was added. */
    public Fingerprint build() {
      return new Fingerprint(HexFormat.of().formatHex(digest.digest(), 0, 8));
    }
  }
}
