package eifexplorer.ui.kit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import eifexplorer.job.HeapShare;
import eifexplorer.job.Workers;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.scene.image.Image;
import org.jspecify.annotations.Nullable;

/**
 * Loads pictures in the background, the newest request first, and keeps the last ones in bounded memory.
 *
 * <p>Newest first, because what was asked for last is what is on the screen; a cell that scrolls away cancels its ticket.
 */
public final class PictureLoader implements AutoCloseable {
  /** The side to ask for where the picture's own pixels are wanted. */
  public static final int FULL = 0;

  private static final long THUMBNAIL_BYTES = Math.min(128L << 20, HeapShare.THUMBNAILS.bytes());

  private static final long FULL_BYTES = Math.min(192L << 20, HeapShare.PHOTOGRAPHS.bytes());

  /** A toolkit without a GPU copies what it draws, and gives the copy back with the picture itself. */
  private static final int BYTES_A_PIXEL = 2 * Integer.BYTES;

  private final Workers workers;
  private final Executor fx;
  private final Cache<Key, SubjectPicture> thumbnails;
  private final Cache<Key, SubjectPicture> full;
  private final Deque<Request> waiting = new ArrayDeque<>();
  private final AtomicInteger open = new AtomicInteger();
  private volatile Runnable whenIdle = () -> {};
  private volatile @Nullable PictureSource source;

  /** A request that can be given up. */
  @FunctionalInterface
  public interface Ticket {
    /** A request that is over. */
    Ticket DONE = () -> {};

    /** Gives the request up: nobody will be called. */
    void cancel();
  }

  private record Key(Path file, int side, boolean subject) {}

  /**
   * A loader without pictures yet.
   *
   * @param fx where results are delivered
   * @param threads how many pictures are decoded at once, at least 1
   */
  public PictureLoader(Executor fx, int threads) {
    this(fx, threads, THUMBNAIL_BYTES, FULL_BYTES);
  }

  /** The same that keeps at most so many bytes of small pictures, and of whole photographs. */
  PictureLoader(Executor fx, int threads, long thumbnailBytes, long fullBytes) {
    this.thumbnails = cache(thumbnailBytes);
    this.full = cache(fullBytes);
    this.workers = new Workers("pictures", threads);
    this.fx = fx;
  }

  private static Cache<Key, SubjectPicture> cache(long bytes) {
    return Caffeine.newBuilder()
        .maximumWeight(bytes)
        .<Key, SubjectPicture>weigher((key, picture) -> bytes(picture.image()))
        .build();
  }

  private static int bytes(Image image) {
    return (int) Math.min(Integer.MAX_VALUE, BYTES_A_PIXEL * image.getWidth() * image.getHeight());
  }

  /** Tells a listener, where results are delivered, each time that the last picture asked for so far was delivered. */
  public void onIdle(Runnable listener) {
    whenIdle = listener;
  }

  /** Whether every picture asked for so far was delivered or given up. */
  public boolean isIdle() {
    return open.get() == 0;
  }

  /** Takes pictures from here from now on, and forgets those it had. */
  public void use(PictureSource newSource) {
    source = newSource;
    thumbnails.invalidateAll();
    full.invalidateAll();
  }

  /**
   * Asks for a whole picture; a kept one is delivered before this returns.
   *
   * @param side longer side in pixels, or {@link #FULL}
   */
  public Ticket load(Path file, int side, Consumer<Image> done, Consumer<Failure> failed) {
    return load(new Key(file, side, false), picture -> done.accept(picture.image()), failed);
  }

  /**
   * Asks for what a picture shows, without surroundings that don't matter; a kept one is delivered before this returns.
   *
   * @param side longer side in pixels
   */
  public Ticket loadSubject(
      Path file, int side, Consumer<SubjectPicture> done, Consumer<Failure> failed) {
    return load(new Key(file, side, true), done, failed);
  }

  @SuppressWarnings("FutureReturnValueIgnored") // a request hands on its own failure
  private Ticket load(Key key, Consumer<SubjectPicture> done, Consumer<Failure> failed) {
    SubjectPicture kept = cacheFor(key.side()).getIfPresent(key);
    if (kept != null) {
      done.accept(kept);
      return Ticket.DONE;
    }
    Request request = new Request(key, done, failed);
    open.incrementAndGet();
    synchronized (waiting) {
      waiting.addFirst(request);
    }
    try {
      workers.submit(this::loadNewest);
    } catch (RejectedExecutionException e) {
      // The window is being closed, and nobody will look at it.
      request.cancel();
    }
    return request;
  }

  private Cache<Key, SubjectPicture> cacheFor(int side) {
    return side == FULL ? full : thumbnails;
  }

  private Void loadNewest() {
    Request request;
    synchronized (waiting) {
      request = waiting.pollFirst();
    }
    // A cancelled request leaves one turn more than there are requests.
    if (request != null) {
      request.run();
    }
    return null;
  }

  /** Drops what has not begun, and what is asked for from now on. */
  @Override
  public void close() {
    workers.close();
  }

  private final class Request implements Ticket {
    private final Key key;
    private final Consumer<SubjectPicture> done;
    private final Consumer<Failure> failed;
    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicReference<@Nullable SubjectPicture> arrived = new AtomicReference<>();
    private volatile boolean cancelled;

    Request(Key key, Consumer<SubjectPicture> done, Consumer<Failure> failed) {
      this.key = key;
      this.done = done;
      this.failed = failed;
    }

    @Override
    public void cancel() {
      cancelled = true;
      // While a key is held deliveries wait behind it by the hundred, and most of them are for
      // nobody.
      arrived.set(null);
      over();
      synchronized (waiting) {
        waiting.remove(this);
      }
    }

    /** Whether it was the last that was open. */
    private boolean over() {
      return over.compareAndSet(false, true) && open.decrementAndGet() == 0;
    }

    void run() {
      try {
        SubjectPicture picture = decode();
        cacheFor(key.side()).put(key, picture);
        arrived.set(picture);
        if (cancelled) {
          arrived.set(null);
        }
        deliver(this::handOver);
      } catch (RuntimeException | Error e) {
        deliver(() -> failed.accept(Failure.of(e)));
      }
    }

    private void handOver() {
      SubjectPicture picture = arrived.getAndSet(null);
      if (picture != null) {
        done.accept(picture);
      }
    }

    private SubjectPicture decode() {
      SubjectPicture kept = cacheFor(key.side()).getIfPresent(key);
      if (kept != null) {
        return kept;
      }
      PictureSource from = Objects.requireNonNull(source);
      if (key.subject()) {
        return from.subject(key.file(), key.side());
      }
      return SubjectPicture.whole(
          key.side() == FULL ? from.full(key.file()) : from.thumbnail(key.file(), key.side()));
    }

    private void deliver(Runnable result) {
      fx.execute(
          () -> {
            if (!cancelled) {
              result.run();
            }
            if (over()) {
              whenIdle.run();
            }
          });
    }
  }
}
