package eifexplorer.influence;

/**
 * A survey of all pairs by an estimator.
 *
 * @param estimator its short name for people, such as {@code TRAK}
 * @param survey what it found
 */
public record NamedSurvey(String estimator, InfluenceSurvey survey) {}
