package eifexplorer;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import eifexplorer.job.ComputePool;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.BaseStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything that computes in parallel does so on the pool that has the thread setting: what the rules for that find. */
@SuppressWarnings("UnusedMethod") // What the rule must find is read, not called.
class ComputeThreadsTest {
  static final ArchRule NO_COMMON_POOL =
      noClasses()
          .should()
          .callMethodWhere(calls(BaseStream.class, "parallel"))
          .orShould()
          .callMethodWhere(calls(Collection.class, "parallelStream"))
          .orShould()
          .callMethodWhere(calls(Arrays.class, "parallel.*"))
          .orShould()
          .callMethodWhere(calls(CompletableFuture.class, ".*Async").and(withoutExecutor()))
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(ForkJoinPool.class);

  static final ArchRule ONLY_THE_ROOT_SETS_THREADS =
      noClasses()
          .that()
          .resideOutsideOfPackages("eifexplorer.app..", "eifexplorer.spark..")
          .should()
          .callMethodWhere(calls(ComputePool.class, "useThreads"));

  private static DescribedPredicate<JavaCall<?>> calls(Class<?> type, String method) {
    return target(owner(assignableTo(type))).and(target(nameMatching(method)));
  }

  private static DescribedPredicate<JavaCall<?>> withoutExecutor() {
    return DescribedPredicate.describe(
        "without an executor",
        call ->
            call.getTarget().getRawParameterTypes().stream()
                .noneMatch(parameter -> parameter.isAssignableTo(Executor.class)));
  }

  private static final class IntsOffender {
    int offend() {
      return IntStream.range(0, 2).parallel().sum();
    }
  }

  private static final class StreamOffender {
    long offend() {
      return Stream.of(1).parallel().count();
    }
  }

  private static final class CollectionOffender {
    long offend() {
      return List.of(1).parallelStream().count();
    }
  }

  private static final class ArrayOffender {
    void offend(int[] values) {
      Arrays.parallelSort(values);
    }
  }

  private static final class FutureOffender {
    CompletableFuture<Void> offend() {
      return CompletableFuture.runAsync(() -> {});
    }
  }

  private static final class PoolOffender {
    int offend() {
      return ForkJoinPool.commonPool().getParallelism();
    }
  }

  private static final class Honest {
    CompletableFuture<Void> task(Executor executor) {
      return CompletableFuture.runAsync(() -> {}, executor);
    }
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        IntsOffender.class,
        StreamOffender.class,
        CollectionOffender.class,
        ArrayOffender.class,
        FutureOffender.class,
        PoolOffender.class
      })
  void theRuleFindsEveryWayThere(Class<?> offender) {
    JavaClasses one = new ClassFileImporter().importClasses(offender);
    assertThrows(AssertionError.class, () -> NO_COMMON_POOL.check(one));
  }

  @Test
  void theRuleDoesNotMindAnExecutorOfOnesOwn() {
    NO_COMMON_POOL.check(new ClassFileImporter().importClasses(Honest.class));
  }
}
