package eifexplorer.session;

import eifexplorer.dataset.Sample;
import eifexplorer.job.JobContext;
import java.util.List;

/** Where in its images a session's model finds what it embeds. */
@FunctionalInterface
public interface ImagePlaces {
  /**
   * An image of a session.
   *
   * @param training whether it is a training or a test image
   * @param index of the sample in its split
   */
  record Of(boolean training, int index) {
    /** The sample it is. */
    public Sample sample(ExplorerSession session) {
      return training ? session.trainSample(index) : session.testSample(index);
    }
  }

  /**
   * The images in the order asked for. Call it on the engine's lane.
   *
   * @throws eifexplorer.problem.ProblemException if the session's model has no back bone or its program no feature map, or
   *     an image can't be used; the message says why
   */
  List<LocatedImage> find(ExplorerSession session, List<Of> images, JobContext context);
}
