package eifexplorer.engine.onnx;

import eifexplorer.problem.ProblemException;
import eifexplorer.problem.RegularFile;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** A file of protobuf, read through a small window: weights are passed over, not read. */
final class ProtoFile implements Closeable {
  private static final int WINDOW = 1 << 13;

  private final Path path;
  private final FileChannel channel;
  private final long size;
  private final ByteBuffer window = ByteBuffer.allocate(WINDOW).limit(0);
  private long windowStart;

  ProtoFile(Path path) throws IOException {
    this.path = path;
    channel = FileChannel.open(RegularFile.of(path));
    size = channel.size();
  }

  /** All of it as one message. */
  ProtoMessage message() {
    return new ProtoMessage(this, 0, size);
  }

  Path path() {
    return path;
  }

  /** The byte at a position below the size. */
  byte at(long position) throws IOException {
    if (position < windowStart || position >= windowStart + window.limit()) {
      fill(position);
    }
    return window.get((int) (position - windowStart));
  }

  private void fill(long position) throws IOException {
    window.clear();
    windowStart = position;
    while (window.hasRemaining()) {
      if (channel.read(window, position + window.position()) < 0) {
        break;
      }
    }
    window.flip();
    if (window.limit() == 0) {
      throw damaged();
    }
  }

  /** So many bytes from a position. */
  byte[] bytes(long position, int count) throws IOException {
    byte[] bytes = new byte[count];
    for (int i = 0; i < count; i++) {
      bytes[i] = at(position + i);
    }
    return bytes;
  }

  ProblemException damaged() {
    return ProblemException.inFile(
        path,
        "The file is no ONNX model, or a damaged one",
        "Export it again, as torch.onnx.export(model, images, file) does.");
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
