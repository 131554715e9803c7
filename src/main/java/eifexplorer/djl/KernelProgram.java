package eifexplorer.djl;

/** What kernels do in several operations, as TorchScript; numbers come in tensors of the processor, which no device waits for. */
final class KernelProgram {
  /** Cosines [C,n] less that of the own class, of products [n,C]; lists: factors [n] and labels [1,n]. */
  static final String DIFFERENCES = "differences";

  /** Losses [n] of differences [C,n]; lists: labels [1,n]; scale, shift and classes of a step. */
  static final String LOSSES = "losses";

  /**
   * Changes [moves,n] of losses of differences [C,n]; lists: labels [1,n] and losses [n]; scale, shift and classes of a step, and
   * how often a move's changes must be halved to be small, or a negative number; what logits move by [r+1,n], the last row being their stretch; what these
   * rows but the last are multiplied with [C,r+1]. Small changes take a fraction {@code u = e^d - 1 = 12 d / ((d - 3)² + 3)}, off by
   * {@code d⁴ / 720} of it, halved ones then {@code u (u + 2)}: plain operations are faster than the exponential.
   */
  static final String CHANGES = "changes";

  /** Columns [k,n] by their numbers [n,1], in a list, of columns [k,N]. */
  static final String COLUMNS = "columns";

  /** Softmax of logits; lists: labels [n,1]; scale and shift. */
  static final String PROBABILITIES = "probabilities";

  /**
   * Candidates of queries [q,d]; lists: rows [n,d], offsets, scales, slopes, lengths [n], the queries' lengths and thresholds
   * [q], perhaps keys [q] and [n]; square and k. The result is thresholds, queries, rows, lower and upper bounds, one after the
   * other.
   */
  static final String NEAREST = "nearest";

  /**
   * Steps [n,E] of base rows [n,E], one after the other, as {@link eifexplorer.math.LossCurvature#chain} says; lists: reach
   * [n,n], units and pulls [n,E], probabilities [n,C], lengths [n]; proxies [C,E]; the scale's square.
   */
  static final String CHAIN = "chain";

  /** The factor L of a kernel of left rows [n,E], with {@code lambda tr / n} on its diagonal; lists: right rows [n,F]; lambda. */
  static final String FACTOR = "factor";

  /** Solutions [n,q] of a factor L; lists: right sides [n,q]. */
  static final String SOLVED = "solved";

  /** Rows [n,F] by their numbers [n,1], in a list, of rows [N,F]. */
  static final String ROWS = "rows";

  /** Embeddings [n,E] of rows [n,F]; lists: W and b. */
  static final String LINEAR = "linear";

  /** Adds to gradients; of rows [n,F]; lists: d loss / d embedding [n,E]; the gradients by W and b; share. */
  static final String ADD_GRADIENTS = "add_gradients";

  /** Clips gradients and adds decay; numbers: clip and decay; lists: weights; gradients. */
  static final String DECAY = "decay";

  /** Whether all arrays of a list are finite. */
  static final String FINITE = "finite";

  /** Makes all numbers 0; lists: arrays. */
  static final String ZERO = "zero";

  /** Lists: arrays that become others; those others. */
  static final String SET = "set";

  /** Some classes after the other, so that what is made of them stays in the processor's cache: their weights, 0 for the own class. */
  private static final String WEIGHTS =
      """
          labels = a[0]
          scale = float(torch.select(numbers[0], 0, 0))
          shift = float(torch.select(numbers[0], 0, 1))
          step = int(torch.select(numbers[0], 0, 2))
          parts = torch.split(x, step, 0)
          for i in range(torch.len(parts)):
            part = parts[i]
            first = torch.mul(i, step)
            count = torch.size(part, 0)
            raised = torch.exp_(torch.add_(torch.mul(part, scale), shift))
            at = torch.sub(labels, first)
            inside = torch.clamp(at, 0, torch.sub(count, 1))
            others = torch.ne(inside, at)
            kept = torch.mul(torch.gather(raised, 0, inside), others)
            weights = torch.scatter_(raised, 0, inside, kept)
      """;

  private KernelProgram() {}

  /** All methods. */
  static String[] methods() {
    return new String[] {
      """
        def differences(self: __torch__.Net, x: Tensor, a: List[Tensor]) -> Tensor:
          scaled = torch.mul(torch.contiguous(torch.t(x)), torch.unsqueeze(a[0], 0))
          return torch.sub_(scaled, torch.gather(scaled, 0, a[1]))
      """,
      """
        def losses(self: __torch__.Net, x: Tensor, a: List[Tensor], numbers: List[Tensor]) -> Tensor:
          sum = torch.zeros_like(torch.select(x, 0, 0), dtype=7)
      """
          + WEIGHTS
          + """
                added = torch.add_(sum, torch.sum(weights, [0], False, dtype=7))
              return torch.log1p(sum)
          """,
      """
        def changes(self: __torch__.Net, x: Tensor, a: List[Tensor], numbers: List[Tensor], moves: List[Tensor], factors: List[Tensor]) -> Tensor:
          share = torch.exp(torch.neg(a[1]))
          three = torch.full_like(torch.select(torch.select(x, 0, 0), 0, 0), 3.)
          sums = annotate(List[Tensor], [])
          for s in range(torch.len(moves)):
            appended = torch.append(sums, torch.zeros_like(share))
      """
          + WEIGHTS
          + """
                for m in range(torch.len(moves)):
                  rank = torch.size(factors[m], 1)
                  ways = torch.narrow(moves[m], 0, 0, rank)
                  stretch = torch.narrow(moves[m], 0, rank, 1)
                  turned = torch.mm(torch.narrow(factors[m], 0, first, count), ways)
                  change = torch.addcmul_(turned, part, stretch, value=1.)
                  halvings = int(torch.select(numbers[1], 0, m))
                  if torch.lt(halvings, 0):
                    grown = torch.mul_(torch.expm1_(change), weights)
                    times = 1.
                  else:
                    times = 12.
                    shift0 = 3.
                    for h in range(halvings):
                      times = torch.mul(times, 2.)
                      shift0 = torch.mul(shift0, 2.)
                    less = torch.sub(change, shift0)
                    rest = torch.full_like(three, torch.div(torch.mul(shift0, shift0), 3.))
                    grown = torch.div_(change, torch.addcmul(rest, less, less, value=1.))
                    if torch.gt(halvings, 0):
                      scaled = torch.mul_(grown, times)
                      times = 1.
                      for h0 in range(halvings):
                        doubled = torch.mul_(grown, torch.add(grown, 2.))
                    weighted = torch.mul_(grown, weights)
                  sum = torch.sum(grown, [0], False)
                  added = torch.add_(sums[m], sum, alpha=times)
              changes = annotate(List[Tensor], [])
              for s0 in range(torch.len(moves)):
                appended0 = torch.append(changes, torch.log1p(torch.mul(share, sums[s0])))
              return torch.stack(changes)
          """,
      """
        def columns(self: __torch__.Net, x: Tensor, a: List[Tensor]) -> Tensor:
          return torch.index_select(x, 1, torch.reshape(a[0], [-1]))
      """,
      """
        def probabilities(self: __torch__.Net, x: Tensor, a: List[Tensor], numbers: List[Tensor]) -> Tensor:
          scale = float(torch.select(numbers[0], 0, 0))
          shift = float(torch.select(numbers[0], 0, 1))
          logits = torch.mul(torch.to(x, 7), scale)
          own = torch.sub(torch.gather(logits, 1, a[0]), shift)
          shifted = torch.scatter_(logits, 1, a[0], own)
          return torch.to(torch.softmax(shifted, 1), 6)
      """,
      """
        def nearest(self: __torch__.Net, x: Tensor, a: List[Tensor], numbers: List[Tensor]) -> Tensor:
          square = float(torch.select(numbers[0], 0, 0))
          k = int(torch.select(numbers[0], 0, 1))
          products = torch.to(torch.mm(x, torch.t(a[0])), 7)
          scaled = torch.mul(products, torch.unsqueeze(a[2], 0))
          rank = torch.sub(torch.unsqueeze(a[1], 0), scaled)
          length = torch.unsqueeze(a[5], 1)
          sum = torch.add(length, torch.unsqueeze(a[4], 0))
          sloping = torch.mul(length, torch.unsqueeze(a[3], 0))
          slack = torch.addcmul_(sloping, sum, sum, value=square)
          lower = torch.sub(rank, slack)
          above = torch.add(rank, slack)
          upper = torch.masked_fill_(above, torch.isnan(above), inf)
          if torch.gt(torch.len(a), 7):
            kept0 = torch.ne(torch.unsqueeze(a[7], 1), torch.unsqueeze(a[8], 0))
            kept = kept0
            bounded = torch.masked_fill_(upper, torch.logical_not(kept0), inf)
          else:
            kept = torch.ones_like(lower, dtype=11)
          if torch.le(k, torch.size(lower, 1)):
            smallest, place = torch.kthvalue(upper, k, 1)
            thresholds = torch.minimum(a[6], smallest)
          else:
            thresholds = a[6]
          far = torch.gt(lower, torch.unsqueeze(thresholds, 1))
          near = torch.logical_and(kept, torch.logical_not(far))
          at = torch.to(torch.t(torch.nonzero(near)), 7)
          found = [thresholds, torch.reshape(at, [-1]), torch.masked_select(lower, near), torch.masked_select(upper, near)]
          return torch.cat(found)
      """,
      """
        def chain(self: __torch__.Net, x: Tensor, a: List[Tensor], proxies: List[Tensor], numbers: List[Tensor]) -> Tensor:
          square = float(torch.select(numbers[0], 0, 0))
          columns = torch.t(proxies[0])
          taken = torch.zeros_like(x)
          for s in range(torch.size(x, 0)):
            reach = torch.narrow(torch.select(a[0], 0, s), 0, 0, s)
            before = torch.narrow(taken, 0, 0, s)
            y = torch.sub(torch.select(x, 0, s), torch.mv(torch.t(before), reach))
            u = torch.select(a[1], 0, s)
            r = torch.select(a[2], 0, s)
            q = torch.select(a[3], 0, s)
            length = torch.select(a[4], 0, s)
            along = torch.dot(u, y)
            du = torch.div(torch.sub(y, torch.mul(u, along)), length)
            dz = torch.mv(proxies[0], du)
            dq = torch.mul(torch.mul(q, torch.sub(dz, torch.dot(q, dz))), square)
            dr = torch.mv(columns, dq)
            ur = torch.dot(u, r)
            turn = torch.add(torch.dot(du, r), torch.dot(u, dr))
            turned = torch.sub(torch.sub(dr, torch.mul(du, ur)), torch.mul(u, turn))
            pulled = torch.mul(torch.sub(r, torch.mul(u, ur)), torch.div(along, length))
            step = torch.div(torch.sub(turned, pulled), length)
            written = torch.copy_(torch.select(taken, 0, s), step)
          return taken
      """,
      """
        def factor(self: __torch__.Net, x: Tensor, a: List[Tensor], numbers: List[Tensor]) -> Tensor:
          share = float(torch.select(numbers[0], 0, 0))
          kernel = torch.mul_(torch.mm(x, torch.t(x)), torch.mm(a[0], torch.t(a[0])))
          diagonal = torch.diagonal(kernel)
          raised = torch.add_(diagonal, torch.mul(torch.mean(diagonal), share))
          return torch.linalg_cholesky(kernel)
        def solved(self: __torch__.Net, x: Tensor, a: List[Tensor]) -> Tensor:
          return torch.cholesky_solve(a[0], x)
      """,
      AdamGroup.STEP_METHOD,
      """
        def rows(self: __torch__.Net, x: Tensor, a: List[Tensor]) -> Tensor:
          return torch.index_select(x, 0, torch.reshape(a[0], [-1]))
        def linear(self: __torch__.Net, x: Tensor, a: List[Tensor]) -> Tensor:
          return torch.add(torch.mm(x, torch.t(a[0])), a[1])
        def add_gradients(self: __torch__.Net, x: Tensor, a: List[Tensor], sums: List[Tensor], numbers: List[Tensor]) -> Tensor:
          share = float(torch.select(numbers[0], 0, 0))
          weight = torch.add_(sums[0], torch.mm(torch.t(a[0]), x), alpha=share)
          bias = torch.add_(sums[1], torch.sum(a[0], [0], False), alpha=share)
          return x
        def decay(self: __torch__.Net, x: Tensor, weights: List[Tensor], gradients: List[Tensor]) -> Tensor:
          clip = float(x[0])
          share = float(x[1])
          for i in range(torch.len(weights)):
            clipped = torch.clamp_(gradients[i], torch.neg(clip), clip)
            decayed = torch.add_(clipped, weights[i], alpha=share)
          return x
        def finite(self: __torch__.Net, x: Tensor, a: List[Tensor]) -> Tensor:
          known = torch.all(torch.isfinite(a[0]))
          for i in range(torch.len(a)):
            known = torch.logical_and(known, torch.all(torch.isfinite(a[i])))
          return torch.reshape(known, [1])
        def zero(self: __torch__.Net, x: Tensor, a: List[Tensor]) -> Tensor:
          for i in range(torch.len(a)):
            cleared = torch.zero_(a[i])
          return x
        def set(self: __torch__.Net, x: Tensor, a: List[Tensor], values: List[Tensor]) -> Tensor:
          for i in range(torch.len(a)):
            written = torch.copy_(a[i], values[i])
          return x
      """
    };
  }
}
