package eifexplorer.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class MetronomeTest {
  @Test
  void beatsAgainAndAgainOnAThreadOfItsOwn() throws InterruptedException {
    LinkedBlockingQueue<String> beats = new LinkedBlockingQueue<>();
    Metronome metronome =
        new Metronome(
            "clock", Duration.ofMillis(1), () -> beats.add(Thread.currentThread().getName()));
    metronome.start();
    metronome.start();
    for (int i = 0; i < 3; i++) {
      assertEquals("clock-1", beats.poll(30, TimeUnit.SECONDS));
    }
    metronome.stop();
    metronome.stop();
  }

  @Test
  void startsAgainAfterAStop() throws InterruptedException {
    CountDownLatch four = new CountDownLatch(4);
    Metronome metronome = new Metronome("clock", Duration.ofMillis(1), four::countDown);
    metronome.start();
    metronome.stop();
    metronome.start();
    assertTrue(four.await(30, TimeUnit.SECONDS));
    metronome.stop();
  }
}
