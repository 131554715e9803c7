package eifexplorer.review;

import eifexplorer.review.suspect.DetectorInfo;

/**
 * Why an image is in the queue, by one detector.
 *
 * @param detector which
 * @param value the detector's value of the image
 * @param text the value as rows show it, such as {@code -0.31}
 * @param rank from 1, the most suspect first; equal ones share the mean of theirs
 * @param of number of training images
 */
public record Reason(DetectorInfo detector, double value, String text, double rank, int of) {
  /** Whether it says anything against the image: "none" and a zero do not. */
  boolean says() {
    return text.chars().anyMatch(c -> c >= '1' && c <= '9');
  }

  /** The word and the value, such as {@code margin -0.31}. */
  public String chip() {
    return detector.chip() + " " + text;
  }
}
