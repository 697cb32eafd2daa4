package atlas.gateway.export.download;

import jakarta.inject.Singleton;

import atlas.gateway.export.ExportsConfig;
import atlas.gateway.key.Caller;
import atlas.gateway.limit.LimitConfig;
import atlas.gateway.limit.OpenPlaces;
import atlas.gateway.limit.Origin;

/** How many downloads are under way: in all, of each key, and without a key of each address. */
@Singleton
class DownloadLimits {

    private final OpenPlaces places;

    DownloadLimits(ExportsConfig config, LimitConfig limits) {
        ExportsConfig.Downloads downloads = config.downloads();
        this.places = new OpenPlaces("downloads", new OpenPlaces.Most(downloads.max(), downloads.perKey(),
                downloads.perAddress(), limits.exemptLoopback()));
    }

    int open() {
        return places.open();
    }

    Runnable take(Caller caller, Origin origin) {
        return places.take(caller.isAnonymous() ? null : caller.keyId(), origin);
    }
}
