package eifexplorer.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.problem.ProblemException;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.scene.image.Image;
import javafx.scene.image.WritableImage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PictureLoaderTest {
  private final PictureLoader loader = new PictureLoader(Runnable::run, 1);
  private final List<String> decoded = Collections.synchronizedList(new ArrayList<>());
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch gate = new CountDownLatch(1);

  /** Decodes a picture of one pixel; the one called gate waits until the test lets it go. */
  private final class Source implements PictureSource {
    @Override
    public Image thumbnail(Path file, int side) {
      String name = file.toString();
      decoded.add(name);
      if (name.equals("gate")) {
        begun.countDown();
        await(gate);
      }
      if (name.equals("broken")) {
        throw new ProblemException("The picture is cut short", name, "");
      }
      return new WritableImage(1, 1);
    }

    @Override
    public Image full(Path file) {
      decoded.add("full " + file);
      return new WritableImage(1, 1);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertTrue(latch.await(5, TimeUnit.SECONDS), "waited in vain");
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private PictureLoader.Ticket load(String name, CountDownLatch done) {
    return loader.load(Path.of(name), 64, image -> done.countDown(), failure -> done.countDown());
  }

  @AfterEach
  void close() {
    gate.countDown();
    loader.close();
  }

  /** What is delivered late is not held meanwhile for those who have given it up. */
  @Test
  void aPictureGivenUpBeforeItIsDeliveredIsLetGo() {
    List<Runnable> deliveries = new CopyOnWriteArrayList<>();
    CountDownLatch delivered = new CountDownLatch(1);
    List<Image> shown = new ArrayList<>();
    HeldSource source = new HeldSource();
    try (PictureLoader waiting =
        new PictureLoader(
            result -> {
              deliveries.add(result);
              delivered.countDown();
            },
            1,
            0,
            0)) {
      waiting.use(source);
      PictureLoader.Ticket ticket =
          waiting.load(Path.of("a"), 64, shown::add, failure -> shown.clear());
      await(delivered);
      ticket.cancel();
      assertTrue(isCollected(source.last()), "still held");
    }
    deliveries.forEach(Runnable::run);
    assertEquals(List.of(), shown);
  }

  private static boolean isCollected(WeakReference<Image> picture) {
    for (int i = 0; i < 50 && picture.get() != null; i++) {
      System.gc();
    }
    return picture.get() == null;
  }

  /** Makes pictures and knows them only as long as somebody else does. */
  private static final class HeldSource implements PictureSource {
    private volatile WeakReference<Image> last = new WeakReference<>(null);

    WeakReference<Image> last() {
      return last;
    }

    @Override
    public Image thumbnail(Path file, int side) {
      Image made = new WritableImage(1, 1);
      last = new WeakReference<>(made);
      return made;
    }

    @Override
    public Image full(Path file) {
      throw new AssertionError("not asked");
    }
  }

  @Test
  void theNewestRequestIsServedFirst() {
    loader.use(new Source());
    CountDownLatch done = new CountDownLatch(4);
    load("gate", done);
    await(begun);
    load("a", done);
    load("b", done);
    load("c", done);

    gate.countDown();
    await(done);

    assertEquals(List.of("gate", "c", "b", "a"), decoded);
  }

  @Test
  void aRequestGivenUpIsNotServed() {
    loader.use(new Source());
    CountDownLatch done = new CountDownLatch(2);
    load("gate", done);
    await(begun);
    load("a", done);
    load("b", done).cancel();

    gate.countDown();
    await(done);

    assertEquals(List.of("gate", "a"), decoded);
  }

  @Test
  void theLastPictureIsToldOfThoughOthersWereGivenUp() {
    loader.use(new Source());
    CountDownLatch idle = new CountDownLatch(1);
    List<Integer> decodedThen = new CopyOnWriteArrayList<>();
    loader.onIdle(
        () -> {
          decodedThen.add(decoded.size());
          idle.countDown();
        });
    CountDownLatch done = new CountDownLatch(2);
    load("gate", done);
    await(begun);
    load("a", done);
    load("b", done).cancel();

    assertFalse(loader.isIdle());
    gate.countDown();
    await(idle);

    assertEquals(List.of(2), decodedThen);
    assertTrue(loader.isIdle());
  }

  @Test
  void aKeptPictureIsThereAtOnce() {
    loader.use(new Source());
    CountDownLatch done = new CountDownLatch(1);
    load("a", done);
    await(done);
    List<Image> delivered = new ArrayList<>();

    loader.load(Path.of("a"), 64, delivered::add, failure -> {});

    assertEquals(List.of(1, List.of("a")), List.of(delivered.size(), decoded));
  }

  @Test
  void anotherSourceStartsAfresh() {
    loader.use(new Source());
    CountDownLatch first = new CountDownLatch(1);
    load("a", first);
    await(first);

    loader.use(new Source());
    CountDownLatch second = new CountDownLatch(1);
    load("a", second);
    await(second);

    assertEquals(List.of("a", "a"), decoded);
  }

  @Test
  void anUnreadablePictureSaysWhy() {
    loader.use(new Source());
    CountDownLatch done = new CountDownLatch(1);
    List<String> reasons = Collections.synchronizedList(new ArrayList<>());

    loader.load(
        Path.of("broken"),
        64,
        image -> {},
        failure -> {
          reasons.add(failure.message());
          done.countDown();
        });
    await(done);

    assertEquals(List.of("The picture is cut short: broken."), reasons);
  }
}
