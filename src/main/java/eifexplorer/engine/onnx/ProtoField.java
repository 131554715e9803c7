package eifexplorer.engine.onnx;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * A field of a message in a file.
 *
 * @param number its number
 * @param tag where the field begins
 * @param start where its value begins, behind the length
 * @param end where it ends
 * @param value of a varint; 0 of others
 * @param sized whether it is a string, bytes or a message
 */
record ProtoField(
    ProtoFile file, int number, long tag, long start, long end, long value, boolean sized) {
  private static final int LONGEST_TEXT = 1 << 16;

  /** Its value as a message. */
  ProtoMessage message() {
    if (!sized) {
      throw file.damaged();
    }
    return new ProtoMessage(file, start, end);
  }

  /** Its value as text. */
  String text() throws IOException {
    if (!sized || end - start > LONGEST_TEXT) {
      throw file.damaged();
    }
    return new String(file.bytes(start, (int) (end - start)), StandardCharsets.UTF_8);
  }
}
