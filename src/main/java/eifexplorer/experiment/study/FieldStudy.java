package eifexplorer.experiment.study;

import eifexplorer.embedding.Embeddings;
import eifexplorer.embedding.NeighbourIndex;
import eifexplorer.experiment.Experiment;
import eifexplorer.experiment.ExperimentInputs;
import eifexplorer.experiment.ExperimentObserver;
import eifexplorer.experiment.Findings;
import eifexplorer.experiment.FinishedUnits;
import eifexplorer.experiment.Parameter;
import eifexplorer.experiment.ParameterValues;
import eifexplorer.job.JobContext;
import eifexplorer.review.LabelShare;
import eifexplorer.review.NeighbourVote;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The paper's field study: which labels of the training set the neighbours would change, and whether a class's changes go
 * to one other class.
 */
public final class FieldStudy implements Experiment {
  private static final int AT_ONCE = 2048;

  /** The neighbours' first choice for a block of training images, with its share of the vote. */
  private record Votes(List<Integer> labels, List<Double> shares) {}

  @Override
  public String id() {
    return "field-study";
  }

  @Override
  public String title() {
    return "Field study";
  }

  @Override
  public String question() {
    return "Which training labels would the neighbours change, and do a class's changes go to one"
        + " other class or to many?";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        Parameter.whole(
            "pictures",
            "Pictured",
            "So many classes are shown with their images, most of the class first.",
            3,
            0,
            1000));
  }

  @Override
  public Findings run(
      ExperimentInputs inputs,
      ParameterValues values,
      FinishedUnits units,
      ExperimentObserver observer,
      JobContext context) {
    int count = inputs.trainCount();
    List<Integer> starts =
        IntStream.iterate(0, from -> from < count, from -> from + AT_ONCE).boxed().toList();
    units.plan(starts.stream().map(FieldStudy::key).toList());
    NeighbourVote vote =
        new NeighbourVote(
            new NeighbourIndex(
                Embeddings.of(
                    inputs.bundle().trainFeatures(),
                    inputs.bundle().head(),
                    inputs.math(),
                    context)),
            inputs.bundle().trainLabels());
    int[] recommended = new int[count];
    double[] shares = new double[count];
    for (int from : starts) {
      Votes votes =
          units.findOrRun(
              key(from),
              Votes.class,
              () -> vote(vote, from, Math.min(count, from + AT_ONCE), inputs, context),
              context);
      for (int k = 0; k < votes.labels().size(); k++) {
        recommended[from + k] = votes.labels().get(k);
        shares[from + k] = votes.shares().get(k);
      }
    }
    return new FieldStudyFindings(inputs, recommended, shares, vote.neighbours())
        .of(values.whole("pictures"));
  }

  private static String key(int from) {
    return "votes/" + from;
  }

  private static Votes vote(
      NeighbourVote vote, int from, int to, ExperimentInputs inputs, JobContext context) {
    int[] labels = inputs.bundle().trainLabels();
    List<List<LabelShare>> votes = vote.of(IntStream.range(from, to).toArray(), context);
    List<LabelShare> best =
        IntStream.range(0, votes.size())
            .mapToObj(
                k ->
                    votes.get(k).isEmpty()
                        ? new LabelShare(labels[from + k], 0)
                        : votes.get(k).get(0))
            .toList();
    return new Votes(
        best.stream().map(LabelShare::label).toList(),
        best.stream().map(LabelShare::share).toList());
  }
}
