package eifexplorer.job;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** An opening beside a training of hours: it does not queue, and has the machine for itself from the next step on. */
@Timeout(30)
class GivingWayTest {
  private final QueuedJobRunner runner = new QueuedJobRunner(1);
  private final CountDownLatch trains = new CountDownLatch(1);
  private final CountDownLatch opens = new CountDownLatch(1);
  private final CountDownLatch comesToTheGate = new CountDownLatch(1);
  private final CountDownLatch opened = new CountDownLatch(1);
  private final List<String> order = new CopyOnWriteArrayList<>();

  @AfterEach
  void close() {
    runner.close();
  }

  @ParameterizedTest
  @CsvSource({"NETWORK, ENGINE", "HEAD, ENGINE", "NETWORK, COMPUTE", "HEAD, COMPUTE"})
  void whatAPersonWaitsForRunsBetweenTheStepsOfATraining(Lane lane, Lane first) throws Exception {
    JobHandle<String> training = runner.submit("Training b", lane, this::steps);
    trains.await();
    JobHandle<String> opening =
        runner.submit(
            "Opening a",
            first,
            context -> {
              opens.countDown();
              opened.await();
              order.add("opened");
              return "a";
            });
    comesToTheGate.await();
    while (training.givesWayTo().isEmpty()) {
      Thread.onSpinWait();
    }
    assertEquals(Optional.of("Opening a"), training.givesWayTo());

    opened.countDown();

    assertEquals("a", opening.result().join());
    assertEquals("b", training.result().join());
    assertEquals(List.of("step", "opened", "step"), order);
    assertEquals(Optional.empty(), training.givesWayTo());
  }

  private String steps(JobContext context) throws InterruptedException {
    order.add("step");
    trains.countDown();
    opens.await();
    comesToTheGate.countDown();
    context.withoutProgress().giveWay();
    order.add("step");
    return "b";
  }

  @ParameterizedTest
  @EnumSource(names = {"ENGINE", "COMPUTE", "EXPERIMENT", "BACKGROUND", "IO"})
  void otherWorkDoesNotWait(Lane lane) {
    JobHandle<Boolean> opening =
        runner.submit("Opening a", Lane.ENGINE, context -> opened.await(20, TimeUnit.SECONDS));
    if (lane == Lane.ENGINE) {
      opened.countDown();
    }
    JobHandle<String> other =
        runner.submit(
            "other",
            lane,
            context -> {
              context.giveWay();
              return "done";
            });

    assertEquals("done", other.result().join());
    opened.countDown();
    assertEquals(true, opening.result().join());
  }

  @Test
  void aTrainingThatGivesWayCanBePaused() throws Exception {
    runner.submit(
        "Opening a",
        Lane.ENGINE,
        context -> {
          opens.countDown();
          return opened.await(20, TimeUnit.SECONDS);
        });
    opens.await();
    JobHandle<String> training =
        runner.submit(
            "Training b",
            Lane.NETWORK,
            context -> {
              context.giveWay();
              return "b";
            });
    while (training.givesWayTo().isEmpty()) {
      Thread.onSpinWait();
    }
    training.pause();
    while (!training.state().ended()) {
      Thread.onSpinWait();
    }
    opened.countDown();

    assertEquals(JobState.PAUSED, training.state());
  }

  @Test
  void whatAnOpeningWaitsForGoesOn() throws Exception {
    Turns<String> turns = new Turns<>();
    JobHandle<String> training =
        runner.submit(
            "Training b",
            Lane.NETWORK,
            context ->
                turns.take(
                    "features",
                    context,
                    () -> {
                      trains.countDown();
                      for (int batch = 0; batch < 3 || opens.getCount() > 0; batch++) {
                        context.giveWay();
                      }
                      order.add("extracted");
                      return "b";
                    }));
    trains.await();
    JobHandle<String> opening =
        runner.submit(
            "Opening a",
            Lane.ENGINE,
            context -> {
              opens.countDown();
              return turns.take(
                  "features",
                  context,
                  () -> {
                    order.add("opened");
                    return "a";
                  });
            });

    assertEquals("b", training.result().join());
    assertEquals("a", opening.result().join());
    assertEquals(List.of("extracted", "opened"), order);
  }
}
