package eifexplorer.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class QueuedJobRunnerTest {
  private final QueuedJobRunner runner = new QueuedJobRunner(2);

  @AfterEach
  void close() {
    runner.close();
  }

  @Test
  void engineJobsRunOneAfterTheOther() {
    List<Integer> order = Collections.synchronizedList(new ArrayList<>());
    List<JobHandle<Boolean>> handles = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      int number = i;
      handles.add(runner.submit("job " + i, Lane.ENGINE, context -> order.add(number)));
    }
    handles.forEach(h -> h.result().join());

    assertEquals(java.util.stream.IntStream.range(0, 20).boxed().toList(), order);
  }

  @Test
  void aRunningJobIsCancelledAtItsNextCheck() throws Exception {
    CountDownLatch started = new CountDownLatch(1);
    JobHandle<Void> handle =
        runner.submit(
            "endless",
            Lane.ENGINE,
            context -> {
              started.countDown();
              while (true) {
                context.checkCancelled();
                Thread.onSpinWait();
              }
            });
    started.await();
    handle.cancel();

    assertThrows(CompletionException.class, () -> handle.result().join());
    assertEquals(JobState.CANCELLED, handle.state());
  }

  /** Whoever leaves the program gives nothing up. */
  @Test
  void closingPausesTheWork() throws Exception {
    CountDownLatch started = new CountDownLatch(1);
    List<Boolean> givenUp = Collections.synchronizedList(new ArrayList<>());
    JobHandle<Void> handle =
        runner.submit(
            "endless",
            Lane.ENGINE,
            context -> {
              started.countDown();
              while (!context.cancelled()) {
                Thread.onSpinWait();
              }
              givenUp.add(context.withoutProgress().givenUp());
              throw new JobCancelledException();
            });
    started.await();
    runner.close();

    assertEquals(List.of(false), givenUp);
    assertEquals(JobState.PAUSED, handle.state());
  }

  @Test
  void whatWasToPauseCanStillBeCancelledAndNotTheOtherWayRound() throws Exception {
    CountDownLatch hold = new CountDownLatch(1);
    JobHandle<Boolean> job =
        runner.submit(
            "held", Lane.ENGINE, context -> hold.await(20, java.util.concurrent.TimeUnit.SECONDS));
    job.pause();
    StopWish first = job.wish();
    job.cancel();
    job.pause();
    hold.countDown();
    assertEquals(List.of(StopWish.PAUSE, StopWish.CANCEL), List.of(first, job.wish()));
  }

  @Test
  void aQueuedJobThatIsCancelledNeverRuns() throws Exception {
    CountDownLatch hold = new CountDownLatch(1);
    runner.submit(
        "first", Lane.ENGINE, context -> hold.await(20, java.util.concurrent.TimeUnit.SECONDS));
    List<String> ran = Collections.synchronizedList(new ArrayList<>());
    JobHandle<Boolean> second = runner.submit("second", Lane.ENGINE, context -> ran.add("second"));
    second.cancel();
    hold.countDown();
    runner.submit("third", Lane.ENGINE, context -> ran.add("third")).result().join();

    assertEquals(List.of("third"), ran);
  }

  @Test
  void aFailureIsKeptWithItsMessage() {
    JobHandle<Void> handle =
        runner.submit(
            "failing",
            Lane.COMPUTE,
            context -> {
              throw new IllegalStateException("no luck");
            });

    assertThrows(CompletionException.class, () -> handle.result().join());
    assertEquals("no luck", handle.failure().orElseThrow().getMessage());
  }

  @Test
  void closingLetsHousekeepingEndAndCancelsWork() throws Exception {
    CountDownLatch holds = new CountDownLatch(1);
    for (int i = 0; i < 2; i++) {
      runner.submit(
          "holds a thread",
          Lane.IO,
          context -> {
            holds.await();
            return null;
          });
    }
    JobHandle<String> work = runner.submit("work", Lane.IO, context -> "done");
    JobHandle<String> mark =
        runner.submit("a mark", Lane.IO, JobKind.HOUSEKEEPING, context -> "kept");
    holds.countDown();

    runner.close();

    assertEquals("kept", mark.result().get());
    assertTrue(work.state().ended());
  }

  @Test
  void anEndedJobIsListedButNeitherItsWorkNorItsResultIsKept() throws Exception {
    List<WeakReference<?>> dropped = new ArrayList<>();
    dropped.add(submitAndForget(holding -> new Object()));
    dropped.add(
        submitAndForget(
            holding -> {
              throw new IllegalStateException("no luck");
            }));
    dropped.add(resultOf(new Object()));
    runner.submit("last", Lane.ENGINE, context -> "").result().join();

    assertEquals(
        List.of("holds", "holds", "gives", "last"),
        runner.jobs().stream().map(JobStatus::title).toList());
    for (WeakReference<?> reference : dropped) {
      assertIsCollected(reference);
    }
  }

  @Test
  void aJobCancelledWhileItWaitsIsNotKept() throws Exception {
    CountDownLatch hold = new CountDownLatch(1);
    JobHandle<Boolean> first =
        runner.submit(
            "first", Lane.ENGINE, context -> hold.await(20, java.util.concurrent.TimeUnit.SECONDS));
    WeakReference<?> dropped = submitAndForget(holding -> new Object());
    runner.jobs().get(1).cancel();

    assertIsCollected(dropped);
    hold.countDown();
    first.result().join();
  }

  /** Submits a job that holds something, and gives a reference to that. */
  private WeakReference<?> submitAndForget(Function<Object, Object> job) {
    Object held = new int[1 << 10];
    runner.submit("holds", Lane.ENGINE, context -> job.apply(held));
    return new WeakReference<>(held);
  }

  private WeakReference<?> resultOf(Object result) {
    WeakReference<Object> reference = new WeakReference<>(result);
    AtomicReference<Object> once = new AtomicReference<>(result);
    runner.submit("gives", Lane.ENGINE, context -> once.getAndSet(null));
    return reference;
  }

  private static void assertIsCollected(WeakReference<?> reference) throws InterruptedException {
    for (int i = 0; i < 100 && reference.get() != null; i++) {
      System.gc();
      Thread.sleep(10);
    }
    assertNull(reference.get());
  }

  @Test
  void endedJobsAreForgottenBesideOneThatGoesOn() {
    CountDownLatch hold = new CountDownLatch(1);
    JobHandle<Boolean> lasting =
        runner.submit(
            "lasting",
            Lane.BACKGROUND,
            context -> hold.await(20, java.util.concurrent.TimeUnit.SECONDS));
    for (int i = 0; i < 250; i++) {
      runner.submit("short", Lane.ENGINE, context -> "").result().join();
    }

    assertEquals(200, runner.jobs().size());
    assertEquals("lasting", runner.jobs().get(0).title());
    hold.countDown();
    lasting.result().join();
  }

  /** On a device with one thread a map or a trial must not wait for an experiment of hours, nor for the one before. */
  @Test
  void aQuestionIsAnsweredBesideExperimentsAndOtherQuestions() {
    try (QueuedJobRunner single = new QueuedJobRunner(1)) {
      CountDownLatch hold = new CountDownLatch(1);
      for (Lane lane :
          List.of(
              Lane.BACKGROUND, Lane.EXPERIMENT, Lane.EXPERIMENT, Lane.QUESTION, Lane.QUESTION)) {
        single.submit(
            "lasting", lane, context -> hold.await(20, java.util.concurrent.TimeUnit.SECONDS));
      }

      assertEquals(
          "a map", single.submit("Lay out", Lane.QUESTION, context -> "a map").result().join());
      assertEquals(1, hold.getCount());
      hold.countDown();
    }
  }

  @Test
  void whatIsSubmittedAfterwardsIsCancelled() {
    runner.close();
    assertEquals(JobState.CANCELLED, runner.submit("late", Lane.IO, context -> "").state());
  }

  @Test
  void kernelsAreHeldBackInOrder() {
    List<String> order = Collections.synchronizedList(new ArrayList<>());
    runner.holdBack();
    JobHandle<Boolean> first =
        runner.submit("first", Lane.BACKGROUND, context -> order.add("first"));
    runner.submit("dropped", Lane.BACKGROUND, context -> order.add("dropped")).cancel();
    JobHandle<Boolean> quiet =
        runner.submit("quiet", Lane.COMPUTE, JobKind.HOUSEKEEPING, context -> true);
    runner.submit("opening", Lane.ENGINE, context -> order.add("opening")).result().join();
    runner.submit("seen", Lane.DRAWING, context -> order.add("seen")).result().join();
    assertEquals(List.of(JobState.QUEUED, JobState.QUEUED), List.of(first.state(), quiet.state()));

    runner.goOn();
    runner.submit("second", Lane.BACKGROUND, context -> order.add("second")).result().join();
    quiet.result().join();

    assertEquals(List.of("opening", "seen", "first", "second"), order);
  }

  @Test
  void closingDropsWorkThatIsHeldBackAndKeepsHousekeeping() {
    runner.holdBack();
    JobHandle<Boolean> work = runner.submit("work", Lane.BACKGROUND, context -> true);
    JobHandle<Boolean> saved =
        runner.submit("saved", Lane.BACKGROUND, JobKind.HOUSEKEEPING, context -> true);

    runner.close();

    assertEquals(List.of(JobState.PAUSED, JobState.DONE), List.of(work.state(), saved.state()));
  }

  /** What a disk that does not answer does to who reads it: no wish to stop reaches it. */
  private static JobHandle<Boolean> hang(
      QueuedJobRunner on, CountDownLatch begun, CountDownLatch answer) throws Exception {
    JobHandle<Boolean> hung =
        on.submit(
            "hangs",
            Lane.ENGINE,
            context -> {
              begun.countDown();
              return answer.await(20, TimeUnit.SECONDS);
            });
    begun.await();
    return hung;
  }

  @Test
  void theNextGoesPastAJobThatWasGivenUpAndDoesNotEnd() throws Exception {
    CountDownLatch answer = new CountDownLatch(1);
    JobHandle<Boolean> hung = hang(runner, new CountDownLatch(1), answer);
    List<String> order = Collections.synchronizedList(new ArrayList<>());
    JobHandle<Boolean> second =
        runner.submit("second", Lane.ENGINE, context -> order.add("second"));
    JobHandle<Boolean> third = runner.submit("third", Lane.ENGINE, context -> order.add("third"));
    hung.cancel();

    second.result().get(10, TimeUnit.SECONDS);
    third.result().get(10, TimeUnit.SECONDS);
    // Nor does a training wait for it.
    runner
        .submit(
            "training",
            Lane.HEAD,
            context -> {
              context.giveWay();
              return order.add("training");
            })
        .result()
        .get(10, TimeUnit.SECONDS);

    assertEquals(List.of("second", "third", "training"), order);
    assertEquals(JobState.RUNNING, hung.state());
    answer.countDown();
    assertTrue(hung.result().join());
  }

  @Test
  void afterItEndsThereIsOneAtATimeAgain() throws Exception {
    CountDownLatch answer = new CountDownLatch(1);
    JobHandle<Boolean> hung = hang(runner, new CountDownLatch(1), answer);
    hung.cancel();
    runner.submit("past it", Lane.ENGINE, context -> "").result().get(10, TimeUnit.SECONDS);
    answer.countDown();
    hung.result().join();

    AtomicInteger atOnce = new AtomicInteger();
    List<Integer> seen = Collections.synchronizedList(new ArrayList<>());
    List<JobHandle<Boolean>> handles = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      handles.add(
          runner.submit(
              "job " + i,
              Lane.ENGINE,
              context -> {
                seen.add(atOnce.incrementAndGet());
                Thread.sleep(5);
                atOnce.decrementAndGet();
                return true;
              }));
    }
    handles.forEach(handle -> handle.result().join());

    assertEquals(Collections.nCopies(20, 1), seen);
  }

  @Test
  void closingLeavesWhatHangs() throws Exception {
    CountDownLatch answer = new CountDownLatch(1);
    QueuedJobRunner closed = new QueuedJobRunner(1, Duration.ofMillis(50), Duration.ofMillis(200));
    JobHandle<Boolean> hung = hang(closed, new CountDownLatch(1), answer);

    closed.close();

    assertEquals(JobState.RUNNING, hung.state());
    answer.countDown();
  }
}
