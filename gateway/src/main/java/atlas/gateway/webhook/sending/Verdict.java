package atlas.gateway.webhook.sending;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

import jakarta.enterprise.context.ApplicationScoped;

import atlas.gateway.webhook.DisabledReason;
import atlas.gateway.webhook.WebhookConfig;
import atlas.gateway.webhook.WebhookSwitch;
import atlas.gateway.webhook.delivery.DeliveryFailure;
import atlas.gateway.webhook.delivery.DeliveryStatus;
import atlas.gateway.webhook.sending.AttemptRecord.Next;
import atlas.gateway.webhook.sending.WebhookMeters.Outcome;

/** Decides what follows from an attempt: taken, tried again, given up, and whether the webhook is at its end. */
@ApplicationScoped
class Verdict {

    private final AttemptRecord record;
    private final WebhookSwitch webhooks;
    private final WebhookMeters meters;
    private final RetryPlan plan;
    private final Duration patience;

    Verdict(AttemptRecord record, WebhookSwitch webhooks, WebhookMeters meters, WebhookConfig config) {
        this.record = record;
        this.webhooks = webhooks;
        this.meters = meters;
        this.plan = new RetryPlan(config.retries());
        this.patience = config.failingFor();
    }

    void on(Due due, Attempt attempt) {
        Instant end = attempt.at().plus(attempt.took());
        Instant failingSince = record.keep(due, attempt, next(due, attempt, end));
        if (attempt.failure() == DeliveryFailure.GONE) {
            webhooks.off(due.target().webhook(), DisabledReason.GONE);
        } else if (failingSince != null && !failingSince.plus(patience).isAfter(end)) {
            webhooks.off(due.target().webhook(), DisabledReason.FAILING);
        }
    }

    private Next next(Due due, Attempt attempt, Instant end) {
        if (attempt.succeeded()) {
            meters.count(Outcome.DELIVERED);
            return new Next(DeliveryStatus.DELIVERED, null);
        }
        if (attempt.failure() == DeliveryFailure.GONE) {
            meters.count(Outcome.GONE);
            return new Next(DeliveryStatus.FAILED, null);
        }
        Optional<Duration> wait = plan.after(due.attemptOfThePlan(), attempt.wish());
        meters.count(wait.isPresent() ? Outcome.RETRIED : Outcome.GIVEN_UP);
        double chance = ThreadLocalRandom.current().nextDouble();
        return wait.map(time -> new Next(DeliveryStatus.PENDING, end.plus(RetryPlan.spread(time, chance))))
                .orElse(new Next(DeliveryStatus.FAILED, null));
    }
}
