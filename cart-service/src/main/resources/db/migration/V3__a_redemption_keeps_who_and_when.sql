revoke update on redemption from ${runtime};
grant update (outcome, reason, released_at) on redemption to ${runtime};
