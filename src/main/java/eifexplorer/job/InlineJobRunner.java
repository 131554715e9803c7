package eifexplorer.job;

import java.util.ArrayList;
import java.util.List;

/** Runs each job on the calling thread before {@code submit} returns: for tests and the command line. */
public final class InlineJobRunner implements JobRunner {
  private final List<JobStatus> jobs = new ArrayList<>();

  @Override
  public <T> JobHandle<T> submit(String title, Lane lane, JobKind kind, Job<T> job) {
    TrackedJob<T> tracked = new TrackedJob<>(title, lane, kind, job);
    jobs.add(tracked.status());
    tracked.execute();
    return tracked;
  }

  @Override
  public void forgetEnded() {
    jobs.removeIf(job -> job.state().ended());
  }

  @Override
  public List<JobStatus> jobs() {
    return List.copyOf(jobs);
  }
}
