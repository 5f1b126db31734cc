// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.allowance;

import io.agroal.api.AgroalDataSource;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConfigurationBuilder;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.VerboseResult;
import io.github.bucket4j.distributed.BucketProxy;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.distributed.proxy.BucketNotFoundException;
import io.github.bucket4j.distributed.proxy.optimization.Optimizations;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.github.bucket4j.postgresql.PostgreSQLSelectForUpdateBasedProxyManager;
import io.github.bucket4j.util.concurrent.batch.BatchHelper;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * The token buckets in the table {@code allowance}. All replicas take from the same rows, under their locks; those who
 * take from one bucket at once within a replica share one transaction.
 */
@ApplicationScoped
class Buckets {

    private static final int SWEPT_AT_ONCE = 100;
    private static final Duration LONGEST_WAIT = Duration.ofDays(1);

    private final PostgreSQLSelectForUpdateBasedProxyManager<String> rows;
    private final Clock clock;

    // Takers share a transaction only where they share the proxy. As many as there are parties and units that issuers
    // assert: nobody can make more.
    private final Map<String, BucketProxy> proxies = new ConcurrentHashMap<>();

    Buckets(@DataSource("allowance") AgroalDataSource database, Clock clock) {
        this.clock = clock;
        this.rows = Bucket4jPostgreSQL.selectForUpdateBasedBuilder(database)
                .primaryKeyMapper(PrimaryKeyMapper.STRING)
                .table("allowance")
                .clientClock(new WallClock(clock))
                .expirationAfterWrite(
                        ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(Duration.ofMinutes(1)))
                .build();
    }

    /**
     * Takes as many from the bucket with this id, or nothing.
     *
     * @throws RuntimeException when the bucket could not be reached
     */
    Taking take(String id, List<Policy> policies, long asked) {
        // The limits are part of the id: with other limits it is another bucket, and a full one.
        BucketProxy bucket = proxies.computeIfAbsent(id + " " + policies, key -> make(key, policies));
        VerboseResult<ConsumptionProbe> result = take(bucket, asked);
        long[] left = result.getDiagnostics().getAvailableTokensPerEachBandwidth();
        List<Taking.Standing> standings = IntStream.range(0, policies.size())
                .mapToObj(i -> new Taking.Standing(policies.get(i), left[i]))
                .toList();
        // More than ever fit can be waited for until the end of time; no caller is told that.
        long nanos = Math.min(result.getValue().getNanosToWaitForRefill(), LONGEST_WAIT.toNanos());
        return new Taking(result.getValue().isConsumed(), asked, standings, Duration.ofNanos(nanos));
    }

    // Whoever meets a bucket in the moment in which another replica makes its row, or sweeps it out, finds none in it:
    // the
    // next look makes or sees it.
    private static VerboseResult<ConsumptionProbe> take(BucketProxy bucket, long asked) {
        try {
            return bucket.asVerbose().tryConsumeAndReturnRemaining(asked);
        } catch (BucketNotFoundException | BatchHelper.BatchFailedException notThere) {
            return bucket.asVerbose().tryConsumeAndReturnRemaining(asked);
        }
    }

    // New buckets are rare, and rows grow in number only with them: so whoever makes one sweeps out those that are full
    // again, which say no more than no row does.
    private BucketProxy make(String key, List<Policy> policies) {
        rows.removeExpired(SWEPT_AT_ONCE);
        return rows.builder().withOptimization(Optimizations.batching()).build(key, () -> configuration(policies));
    }

    private BucketConfiguration configuration(List<Policy> policies) {
        ConfigurationBuilder configuration = BucketConfiguration.builder();
        policies.forEach(policy -> configuration.addLimit(policy.bandwidth(clock.instant())));
        return configuration.build();
    }

    private record WallClock(Clock clock) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            return TimeUnit.MILLISECONDS.toNanos(clock.millis());
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
