/** The slug of the event that a new server begins with. Journeys on one server make further events, so none takes "the first". */
export const SAMPLE_EVENT = 'openstack-forum-boston-2017'

/** A session's pad in it with a long text. */
export const TELECOM_PAD = 'BOS-ops-telecom-nfv'
