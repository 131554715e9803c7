package eifexplorer.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.problem.ProblemException;
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
