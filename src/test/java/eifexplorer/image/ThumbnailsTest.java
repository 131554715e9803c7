package eifexplorer.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import eifexplorer.job.Workers;
import eifexplorer.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class ThumbnailsTest {
  @TempDir Path folder;
  private Path picture;
  private Path cache;
  private Thumbnails thumbnails;

  @BeforeEach
  void writePicture() throws IOException {
    picture = TestImages.writePng(TestImages.photo(300, 200, 1), folder.resolve("picture.png"));
    cache = folder.resolve("cache");
    thumbnails = new Thumbnails(cache);
  }

  private List<Path> kept() throws IOException {
    try (Stream<Path> files = Files.walk(cache)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  @Test
  void makesSmallPictures() {
    assertEquals(new ImageSize(96, 64), thumbnails.get(picture, 96).size());
  }

  @Test
  void keepsOneFileAndNothingElse() throws IOException {
    thumbnails.get(picture, 96);
    assertEquals(List.of(thumbnails.keptAs(picture, 96)), kept());
  }

  @Test
  void answersFromTheKeptFile() throws IOException {
    thumbnails.get(picture, 96);
    RgbImage other = TestImages.photo(96, 64, 99);
    Path kept = thumbnails.keptAs(picture, 96);
    Files.write(kept, JpegEncoder.encode(other, 0.9f));
    assertEquals(ImageDecoder.decode(kept), thumbnails.get(picture, 96));
  }

  @Test
  void givesNearlyTheSameAgain() {
    RgbImage made = thumbnails.get(picture, 96);
    assertTrue(TestImages.distance(made, thumbnails.get(picture, 96)) < 48);
  }

  @Test
  void makesDamagedFilesAgain() throws IOException {
    RgbImage made = thumbnails.get(picture, 96);
    Path kept = thumbnails.keptAs(picture, 96);
    byte[] good = Files.readAllBytes(kept);
    Files.write(kept, new byte[] {1, 2, 3});
    assertEquals(made, thumbnails.get(picture, 96));
    assertEquals(good.length, Files.size(kept));
  }

  @Test
  void notesThatThePictureChanged() throws IOException {
    Path before = thumbnails.keptAs(picture, 96);
    Files.setLastModifiedTime(picture, FileTime.fromMillis(1_000_000));
    assertNotEquals(before, thumbnails.keptAs(picture, 96));
  }

  @Test
  void tellsSidesApart() {
    assertNotEquals(thumbnails.keptAs(picture, 96), thumbnails.keptAs(picture, 128));
  }

  @Test
  void showsPicturesWhereNothingCanBeKept() throws IOException {
    Path blocked = Files.writeString(folder.resolve("file"), "in the way");
    RgbImage image = new Thumbnails(blocked.resolve("cache")).get(picture, 96);
    assertEquals(new ImageSize(96, 64), image.size());
  }

  @Test
  void saysOnceThatNothingCanBeKept() throws IOException {
    Path blocked = Files.writeString(folder.resolve("file"), "in the way");
    Thumbnails unkept = new Thumbnails(blocked.resolve("cache"));
    Logger logger = (Logger) LoggerFactory.getLogger(Thumbnails.class);
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    logger.addAppender(log);

    unkept.get(picture, 96);
    unkept.get(picture, 64);

    logger.detachAppender(log);
    assertEquals(
        List.of(unkept.keptAs(picture, 96)),
        log.list.stream().map(said -> said.getArgumentArray()[0]).toList());
  }

  @Test
  void servesManyThreads() throws IOException {
    try (Workers workers = new Workers("thumbnails", 4)) {
      List<CompletableFuture<ImageSize>> sizes =
          IntStream.range(0, 40)
              .mapToObj(i -> workers.submit(() -> thumbnails.get(picture, 90 + i % 3).size()))
              .toList();
      sizes.forEach(CompletableFuture::join);
    }
    assertEquals(3, kept().size());
  }

  @Test
  void saysWhatIsWrongWithAPicture() throws IOException {
    Path broken = Files.writeString(folder.resolve("broken.jpg"), "no picture");
    assertThrows(ProblemException.class, () -> thumbnails.get(broken, 96));
  }
}
