package eifexplorer.app;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;

/** A conversation that ends: each side says something once, within a time and a length. */
final class BoundedChannel implements AutoCloseable {
  private final SocketChannel channel;
  private final long until;

  /** Over a connected channel, which is closed with it. */
  BoundedChannel(SocketChannel channel, Duration patience) throws IOException {
    this.channel = channel;
    until = System.nanoTime() + patience.toNanos();
    channel.configureBlocking(false);
  }

  /** With who listens at an address; throws {@link IOException} if nobody does. */
  static BoundedChannel to(SocketAddress address, Duration patience) throws IOException {
    return new BoundedChannel(SocketChannel.open(address), patience);
  }

  /** Says all there is to say. */
  void write(byte[] bytes) throws IOException {
    ByteBuffer left = ByteBuffer.wrap(bytes);
    try (Selector selector = Selector.open()) {
      channel.register(selector, SelectionKey.OP_WRITE);
      while (left.hasRemaining()) {
        await(selector);
        channel.write(left);
      }
    }
    channel.shutdownOutput();
  }

  /** What the other side says until it has done; throws {@link IOException} if that is more than {@code most} bytes. */
  byte[] readAll(int most) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    ByteBuffer some = ByteBuffer.allocate(1024);
    try (Selector selector = Selector.open()) {
      channel.register(selector, SelectionKey.OP_READ);
      while (true) {
        await(selector);
        if (channel.read(some.clear()) < 0) {
          return all.toByteArray();
        }
        all.write(some.array(), 0, some.position());
        if (all.size() > most) {
          throw new IOException("More than " + most + " bytes");
        }
      }
    }
  }

  private void await(Selector selector) throws IOException {
    long millis = (until - System.nanoTime()) / 1_000_000;
    if (millis <= 0) {
      throw new IOException("No answer in time");
    }
    selector.select(millis);
    selector.selectedKeys().clear();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
