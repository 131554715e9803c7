package eifexplorer.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class GateTest {
  private final Gate gate = new Gate();
  private final List<String> order = new CopyOnWriteArrayList<>();

  @Test
  void anIdleGateIsOpen() {
    gate.giveWay(JobContext.unattended());

    assertEquals("done", gate.urgent(() -> "done"));
    gate.giveWay(JobContext.unattended());
  }

  @Test
  void backgroundWorkWaitsForUrgentWorkAndThenGoesOn() throws Exception {
    CountDownLatch urgentRuns = new CountDownLatch(1);
    CountDownLatch waiting = new CountDownLatch(1);
    try (Workers workers = new Workers("gate", 2)) {
      CompletableFuture<String> urgent =
          workers.submit(
              () ->
                  gate.urgent(
                      () -> {
                        urgentRuns.countDown();
                        await(waiting);
                        order.add("urgent");
                        return "";
                      }));
      await(urgentRuns);
      CompletableFuture<String> background =
          workers.submit(
              () -> {
                waiting.countDown();
                gate.giveWay(JobContext.unattended());
                order.add("background");
                return "";
              });
      urgent.get();
      background.get();
    }
    assertEquals(List.of("urgent", "background"), order);
  }

  @Test
  void aWaitingJobCanBeCancelled() throws Exception {
    CountDownLatch urgentRuns = new CountDownLatch(1);
    CountDownLatch over = new CountDownLatch(1);
    TrackedJob<String> background =
        new TrackedJob<>(
            "waits",
            Lane.BACKGROUND,
            JobKind.WORK,
            context -> {
              gate.giveWay(context);
              return "";
            });
    try (Workers workers = new Workers("gate", 2)) {
      CompletableFuture<String> urgent =
          workers.submit(
              () ->
                  gate.urgent(
                      () -> {
                        urgentRuns.countDown();
                        await(over);
                        return "";
                      }));
      await(urgentRuns);
      CompletableFuture<String> waits =
          workers.submit(
              () -> {
                background.execute();
                return "";
              });
      background.cancel();
      waits.get();
      over.countDown();
      urgent.get();
    }
    assertEquals(JobState.CANCELLED, background.state());
  }

  @Test
  void urgentWorkThatFailsOpensTheGateAgain() {
    assertThrows(
        IllegalStateException.class,
        () ->
            gate.urgent(
                () -> {
                  throw new IllegalStateException();
                }));

    gate.giveWay(JobContext.unattended());
  }

  private static void await(CountDownLatch latch) {
    try {
      assertEquals(true, latch.await(10, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aRestIsWaitedFor() {
    long before = System.nanoTime();
    gate.rest(30);
    gate.giveWay(JobContext.unattended());
    assertTrue(System.nanoTime() - before >= 30_000_000);
  }
}
