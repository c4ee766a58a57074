/** The fields of the built-in kinds; `kubernetes.ts` decodes it. Written by scripts/gen_schema.ts: do not edit. */

export const KINDS = `\
admissionregistration.k8s.io/v1:MutatingWebhookConfiguration=0,ValidatingWebhookConfiguration=c
admissionregistration.k8s.io/v1beta1:MutatingWebhookConfiguration=e,ValidatingWebhookConfiguration=j
apiextensions.k8s.io/v1:CustomResourceDefinition=da apiextensions.k8s.io/v1beta1:CustomResourceDefinition=dv
apiregistration.k8s.io/v1:APIService=en apiregistration.k8s.io/v1beta1:APIService=es
apps/v1:ControllerRevision=l,DaemonSet=n,Deployment=3b,ReplicaSet=3h,StatefulSet=3l
authentication.k8s.io/v1:TokenRequest=3u,TokenReview=3y authentication.k8s.io/v1beta1:TokenReview=42
authorization.k8s.io/v1:LocalSubjectAccessReview=46,SelfSubjectAccessReview=4b,SelfSubjectRulesReview=4d,SubjectAccessReview=4i
authorization.k8s.io/v1beta1:LocalSubjectAccessReview=4j,SelfSubjectAccessReview=4o,SelfSubjectRulesReview=4q,SubjectAccessReview=4v
autoscaling/v1:HorizontalPodAutoscaler=4w,Scale=50 autoscaling/v2beta1:HorizontalPodAutoscaler=53
autoscaling/v2beta2:HorizontalPodAutoscaler=5k batch/v1:CronJob=67,Job=6d batch/v1beta1:CronJob=6g
certificates.k8s.io/v1:CertificateSigningRequest=6k certificates.k8s.io/v1beta1:CertificateSigningRequest=6o
coordination.k8s.io/v1:Lease=6s coordination.k8s.io/v1beta1:Lease=6v discovery.k8s.io/v1:EndpointSlice=94
discovery.k8s.io/v1beta1:EndpointSlice=9a events.k8s.io/v1:Event=9g events.k8s.io/v1beta1:Event=9i
extensions/v1beta1:Ingress=9k flowcontrol.apiserver.k8s.io/v1beta1:FlowSchema=9s,PriorityLevelConfiguration=a5
networking.k8s.io/v1:Ingress=ac,IngressClass=am,NetworkPolicy=ap networking.k8s.io/v1beta1:Ingress=aw,IngressClass=b4
node.k8s.io/v1:RuntimeClass=b7 node.k8s.io/v1beta1:RuntimeClass=ba policy/v1:PodDisruptionBudget=bd
policy/v1beta1:Eviction=bg,PodDisruptionBudget=bj,PodSecurityPolicy=bm
rbac.authorization.k8s.io/v1:ClusterRole=bz,ClusterRoleBinding=c2,Role=c5,RoleBinding=c6
rbac.authorization.k8s.io/v1beta1:ClusterRole=c7,ClusterRoleBinding=ca,Role=cd,RoleBinding=ce
scheduling.k8s.io/v1:PriorityClass=cf scheduling.k8s.io/v1beta1:PriorityClass=cg
storage.k8s.io/v1:CSIDriver=ch,CSINode=ck,StorageClass=co,VolumeAttachment=cr
storage.k8s.io/v1beta1:CSIDriver=cw,CSINode=cz,CSIStorageCapacity=d3,StorageClass=d4,VolumeAttachment=d5
v1:APIGroup=ef,APIVersions=ei,Binding=6x,ComponentStatus=6y,ConfigMap=70,Endpoints=71,Event=75,LimitRange=78,Namespace=7b,Node=7f,PersistentVolume=7t,PersistentVolumeClaim=3p,Pod=89,PodTemplate=8i,ReplicationController=8j,ResourceQuota=8n,Secret=8s,Service=8t,ServiceAccount=93,Status=ej`;

export const FIELD_NAMES = `\
kind apiVersion metadata name status spec type reason message readOnly conditions fsType lastTransitionTime path
namespace selector port secretRef uid rules observedGeneration user value group replicas resource resources ports
description items key optional target verbs apiGroup apiGroups protocol service template caBundle count extra host
metric metricName namespaceSelector nodeName scope secretName timeoutSeconds url version audiences backend clientConfig
current driver error groups hostname image nonResourceURLs phase resourceVersion rule subjects volumeName active
addresses admissionReviewVersions appProtocol averageValue capacity container containerResource currentAverageValue
currentReplicas defaultMode endpoints evaluationError expirationSeconds external failurePolicy format ip loadBalancer
matchPolicy maxUnavailable minReadySeconds monitors nonResourceAttributes object objectSelector operator parameters pods
ranges readyReplicas resourceAttributes resourceNames roleRef sideEffects targetAverageValue username values verb
versions volumeID webhooks accessModes action additionalPrinterColumns allocatable audience availableReplicas
collisionCount command configMap controller data default desiredReplicas eventTime hosts http ingressClassName
lastObservedTime lastProbeTime lastScaleTime lastUpdateTime lun matchExpressions max maxReplicas min minReplicas
mountOptions names nodeSelector nonResourceRules options overhead partition pathType paths preemptionPolicy
preferredDuringSchedulingIgnoredDuringExecution priority ready related reportingInstance required
requiredDuringSchedulingIgnoredDuringExecution resourceRules revisionHistoryLimit rollingUpdate runAsGroup runAsUser
scaleTargetRef seLinuxOptions securityContext series serviceName source storageClassName strategy subresources suspend
targetRef time tls token tolerations topologyKeys $ref $schema acceptedNames acquireTime activeDeadlineSeconds
additionalItems additionalProperties addressType aggregationRule allOf allowPrivilegeEscalation allowVolumeExpansion
allowed allowedTopologies anyOf apiVersions args attachError attachRequired attached attacher attachmentMetadata
authenticated automountServiceAccountToken averageUtilization awsElasticBlockStore azureDisk azureFile categories cephfs
certificate chapAuthDiscovery chapAuthSession cinder clusterRoleSelectors concurrencyPolicy containerID conversion
conversionReviewVersions csi currentAverageUtilization currentHealthy currentMetrics currentValue definitions denied
dependencies deprecated deprecatedCount deprecatedFirstTimestamp deprecatedLastTimestamp deprecatedSource
deprecationWarning describedObject desiredHealthy detachError devicePath disruptedPods disruptionsAllowed downwardAPI
drivers effect enum env envFrom example exclusiveMaximum exclusiveMinimum exec expectedPods externalDocs
failedJobsHistoryLimit fc fieldPath fieldRef finalizers flexVolume flocker forZones fsGroup fsGroupPolicy
fullyLabeledReplicas gateway gcePersistentDisk globalDefault glusterfs groupPriorityMinimum handler hard hints
holderIdentity hostIP hostIPC hostNetwork hostPID hostPath httpGet id imagePullPolicy imagePullSecrets immutable
incomplete ingress initiatorName inlineVolumeSpec insecureSkipTLSVerify iqn iscsi iscsiInterface jobTemplate keyring
labelSelector labelSelectorPath lastScheduleTime lastSuccessfulTime leaseDurationSeconds leaseTransitions lifecycle
limits listKind livenessProbe maxItems maxLength maxProperties maxSurge maximum metricSelector metrics minAvailable
minItems minLength minProperties minimum mode multipleOf namespaces nfs nodeAffinity nodeID nodePublishSecretRef not
note nullable oneOf openAPIV3Schema operations pattern patternProperties periodSeconds persistentVolumeName
photonPersistentDisk plural podFixed podInfoOnMount podSelector pool portals portworxVolume preserveUnknownFields
privileged properties protectionDomain provisioner quobyte rbd readOnlyRootFilesystem readinessProbe reclaimPolicy
regarding reinvocationPolicy renewTime reportingController request requiresRepublish resourceFieldRef revision
runAsNonRoot scale scaleIO schedule scheduling schema seccompProfile secret secretFile selfLink served
serverAddressByClientCIDRs serviceAccount servicePort serving shareName shortNames signerName singular specReplicasPath
sslEnabled startTime startedAt startingDeadlineSeconds startupProbe statusReplicasPath stdin stdinOnce storage
storageCapacity storageMode storagePool storageos storedVersions subresource successfulJobsHistoryLimit
supplementalGroups system targetAverageUtilization targetPortal targetValue tcpSocket terminating
terminationGracePeriodSeconds terminationMessagePath terminationMessagePolicy title tokenRequests topologyKey tty
uniqueItems updateStrategy updatedReplicas usages versionPriority volumeAttributes volumeBindingMode volumeDevices
volumeLifecycleModes volumeMode volumeMounts volumeNamespace volumes vsphereVolume weight windowsOptions workingDir
x-kubernetes-embedded-resource x-kubernetes-int-or-string x-kubernetes-list-map-keys x-kubernetes-list-type
x-kubernetes-map-type x-kubernetes-preserve-unknown-fields JSONPath Port add address affinity
allocateLoadBalancerNodePorts allowedCSIDrivers allowedCapabilities allowedFlexVolumes allowedHostPaths
allowedProcMountTypes allowedRuntimeClassNames allowedUnsafeSysctls annotations architecture assigned
assuredConcurrencyShares backoffLimit behavior binaryData blockOwnerDeletion bootID boundObjectRef cachingMode
capabilities causes cidr claimName claimRef clientCIDR clientIP clusterIP clusterIPs clusterName clusterScope code
completedIndexes completionMode completionTime completions component conditionType config configMapKeyRef configMapRef
configSource containerName containerPort containerRuntimeVersion containerStatuses containers continue
controllerExpandSecretRef controllerPublishSecretRef creationTimestamp currentCPUUtilizationPercentage
currentNumberScheduled currentRevision daemonEndpoints dataSource datasetName datasetUUID defaultAddCapabilities
defaultAllowPrivilegeEscalation defaultBackend defaultRequest defaultRuntimeClassName deleteOptions
deletionGracePeriodSeconds deletionTimestamp deprecatedTopology desiredNumberScheduled details directory diskName
diskURI distinguisherMethod divisor dnsConfig dnsPolicy drop dryRun egress emptyDir enableServiceLinks endPort
endpointsNamespace ephemeral ephemeralContainerStatuses ephemeralContainers except exitCode expirationTimestamp
externalID externalIPs externalName externalTrafficPolicy failed failureThreshold field fieldsType fieldsV1 finishedAt
firstTimestamp forbiddenSysctls from fsGroupChangePolicy generateName generation gitRepo gmsaCredentialSpec
gmsaCredentialSpecName gracePeriodSeconds groupVersion handSize healthCheckNodePort hostAliases hostPort hostPorts
hostnames httpHeaders imageID images initContainerStatuses initContainers initialDelaySeconds internalTrafficPolicy
involvedObject ipBlock ipFamilies ipFamilyPolicy jsonPath kernelVersion kubeProxyVersion kubeletConfigKey
kubeletEndpoint kubeletVersion labels lastHeartbeatTime lastKnownGood lastState lastTimestamp level limitResponse
limited loadBalancerClass loadBalancerIP loadBalancerSourceRanges local localhostProfile machineID managedFields manager
manualSelector matchFields matchLabelExpressions matchLabels matchingPrecedence maxLimitRequestRatio maxSkew
maximumVolumeSize medium mountPath mountPropagation nameservers nodeInfo nodePort nodeSelectorTerms nodeStageSecretRef
nodeTopology nominatedNodeName notReadyAddresses number numberAvailable numberMisscheduled numberReady numberUnavailable
operatingSystem operation orphanDependents osImage ownerReferences parallelism pathPrefix paused pdID pdName
persistentVolumeClaim persistentVolumeReclaimPolicy podAffinity podAffinityTerm podAntiAffinity podCIDR podCIDRs podIP
podIPs podManagementPolicy policies policyTypes postStart preStop preconditions preference preferredVersion prefix
priorityClassName priorityLevelConfiguration procMount progressDeadlineSeconds projected propagationPolicy providerID
publishNotReadyAddresses qosClass queueLengthLimit queues queuing readinessGates registry remainingItemCount
reportingComponent repository requests requiredDropCapabilities restartCount restartPolicy retryAfterSeconds role
runAsUserName running runtimeClass runtimeClassName scaleDown scaleUp schedulerName scheme scopeName scopeSelector
scopes seLinux searches secretKeyRef secretNamespace secrets selectPolicy server serverAddress serviceAccountName
serviceAccountToken sessionAffinity sessionAffinityConfig setHostnameAsFQDN shareProcessNamespace signal sizeBytes
sizeLimit sources stabilizationWindowSeconds started state storagePolicyID storagePolicyName stringData subPath
subPathExpr subdomain subsets succeeded successThreshold sysctls systemUUID taints targetCPUUtilizationPercentage
targetContainerName targetPort targetWWNs tenant terminated timeAdded to tolerationSeconds topology
topologySpreadConstraints ttlSecondsAfterFinished unavailableReplicas unschedulable updateRevision
updatedNumberScheduled used validation valueFrom volume volumeClaimTemplate volumeClaimTemplates volumeHandle volumePath
volumesAttached volumesInUse waiting webhook webhookClientConfig whenUnsatisfiable wwids zone`;

export const DEFINITIONS = `\
1P 0P 2R1 30AR6+name
c4MP coP d9R2 dnP doR2 6xAP+ eqP erP fkMP fyAR3 3P eP gsAR5+uid 1rP 9zP iP

1P ejP ekR4 fzP gpP 4pR2

1P cbP 3aP 0P 3P iP
1xAP 1iR7 2aP 2eP 3P 19R9 2kR9 9jP jARb 2tP 1dP
13P 11R8 1eP
3P eP dP gP
3nARa g3MP
uP 2lP 2wAP
zAP 59AP 8vAP qAP 1bP
1P 0P 2R1 30ARd+name
1xAP 1iR7 2aP 2eP 3P 19R9 2kR9 jARb 2tP 1dP
1P 0P 2R1 30ARf+name
1xAP 1iRg 2aP 2eP 3P 19R9 2kR9 9jP jARi 2tP 1dP
13P 11Rh 1eP
3P eP dP gP
zAP 59AP 8vAP qAP 1bP
1P 0P 2R1 30ARk+name
1xAP 1iRg 2aP 2eP 3P 19R9 2kR9 jARi 2tP 1dP
1P 3bRm 0P 2R1 9pP

1P 0P 2R1 5Ro 4R39
2gP 4aP fR9 12Rp b5R37
2R1 5Rq
4yP bvRr 5hP d5AR11+name dxR1t dyP e3P e8AR1v+name ezAR1w+ip 7eP 7fP 7gP 1nP 7lAR1x+name f7AR11+name 1aP 3uMP 3xMR17 41P 43P hgP hsAR1y i0P i6P i9P 4gR1z a2P imP iqP irP j4P axP 4sAR21 jlAR22+topologyKey+whenUnsatisfiable bgAR23+name
8nRs h0Rx h2R10
42ARt 48Rw
hdRu biP
3nARv g1ARv
uP 2lP 2wAP
geARu
42ARy 48ARz
h1Rz biP
7xR9 19R9 8lAP b2P
42ARy 48ARz
5aAP 38AP 6lAR12+name 6mAR19 1oP 7kP 83R1c 86R1j 3P rAR1k+containerPort+protocol 9gR1j qR1l 4gR1m aeR1j agP ahP ayP azP b3P bbAR1r+devicePath beAR1s+mountPath bkP
3P mP jtR13
cyR14 6wR15 9oR16 igR18
uP 3P vP
1P 6vP
d1P dwR17 pP

uP 3P vP
czR1a hfP hR1b
3P vP
3P vP
haR1d hbR1d
6qR1e 7iR1f avR1i
38AP
16P f3AR1g dP gR1h iaP
3P mP

16P gR1h
6qR1e ehP 7iR1f f8P 8yP j7P avR1i axP 1dP
d2P 7dP f0P 3P 10P
84MR17 hxMR17
54P cfR1n 99P hiP 9fP 4cP 9qP 4dP 4fR1o 9wR1p bjR1q
btAP dzAP
fpP i2P 6P lP
fwP 6P
etP euP i3P
6eP 3P
g9P gaP 3P 9P j2P j3P
gbAP 3wAR1u ifAP
3P mP
5aAP 38AP 6lAR12+name 6mAR19 1oP 7kP 83R1c 86R1j 3P rAR1k 9gR1j qR1l 4gR1m aeR1j agP ahP jcP ayP azP b3P bbAR1r+devicePath beAR1s+mountPath bkP
f2AP 2cP
3P
cwP
71P epP 4cP 9qP 4dP 4fR1o 9wR1p aqAP j8AR20 bjR1q
3P mP
6jP uP 2lP jjP mP
7xR9 g6P b2P k4P
5jR24 5kR25 5lR26 5nR27 5rR28 39R29 5xR2b 6hR2c e2R2e e6R2f 6uR2j 6yR2k 6zR2l 75R2m esR2n 77R2o 7hR2p 7tR2q 3P 8mR2r gyR2s 90R2t 97R2u hkR2v 9dR31 9eR32 9sR33 9xR34 amR35 bhR36
bP 3yP 9P 2zP
ceP dtP duP bP 0P 9P
9P 1cP a5P
2hAP dP 9P 9yP hR1x lP
bP 9P hR1x 2zP
25P tAR2a 3P vP
uP 8jP dP
1kP bP 8pR1x 9P b9MP
25P tAR2d
6wR15 8jP dP 9oR16
g8P iuR17
jvR2g
2R1 5R2h
31AP deR2i qR1l fR9 4kP bdP 1uP
yP 0P 3P
bP 3mP 9P jeAP k5AP
1kP bP 3wMP 9P hR1x
dfP dgP
bP 3yP gxP 9P
dsP hwP 9pP
26P dP 9P
dP 6P
5pP 5qP bP 7pP 7sP 7uP 3mP 96AP 9P hR1x atP
dP 9P ikP
ciP 9P
bP gwP
bP 9P 2zP
25P ivAR2w
39R2x 6hR2y 9xR2z inR30
tAR2a 3P vP
tAR2d
tAR2a 3P vP
35P 28P dP
nP 9P htP jfP lP juP
bP 1oP 7wP 2hAP 95P 9P hR1x lP
bP 74P 9bP 9P hR1x aaP akP alP arP 1uP
25P tAR2a vP 1cP
bP 9P hR1x 1uP bfP
bP izP j0P jyP
4bR38 6P
8aR1h 2fR1h
37P aAR3a+type dbP dqP gkP glP gmP gnP kP jqP
cR2 8P 7P 4P 6P
1P 0P 2R1 5R3c 4R3f
2gP gvP hjP oP 4aP fR9 4lR3d 12Rp
4bR3e 6P
8aR1h 2fR1h
36P 37P aAR3g+type kP 2pP oP jnP b6P
cR2 3lR2 8P 7P 4P 6P
1P 0P 2R1 5R3i 4R3j
2gP oP fR9 12Rp
36P aAR3k+type 73P kP 2pP oP
cR2 8P 7P 4P 6P
1P 0P 2R1 5R3m 4R3s
h7P oP 4aP fR9 4iP 12Rp b5R3n jwAR3p
4bR3o 6P
3yP
1P 0P 2R1 5R2h 4R3q
31AP 20MR17 aAR3r+type 1qP
3jR2 cR2 8P 7P 4P 6P
37P aAR3t+type 24P dcP kP 2pP oP jpP b6P
cR2 8P 7P 4P 6P
1P 0P 2R1 5R3v 4R3x
1gAP cdR3w 28P
1P 0P 3P iP
ebR2 4rP
1P 0P 2R1 5R3z 4R40
1gAP 4rP
1gAP 5gP 1lP lR41
15MAP 1mAP iP 2vP
1P 0P 2R1 5R43 4R44
1gAP 4rP
1gAP 5gP 1lP lR45
15MAP 1mAP iP 2vP
1P 0P 2R1 5R47 4R4a
15MAP 1mAP 2iR48 2qR49 iP lP
dP 2xP
nP 3P eP pP aoP 2xP 1fP
56P 63P 27P 7P
1P 0P 2R1 5R4c 4R4a
2iR48 2qR49
1P 0P 2R1 5R4e 4R4f
eP
27P 7nP 3vAR4g 49AR4h
1pAP xAP
zAP 2rAP qAP xAP
1P 0P 2R1 5R47 4R4a
1P 0P 2R1 5R4k 4R4n
15MAP nAP 2iR4l 2qR4m iP lP
dP 2xP
nP 3P eP pP aoP 2xP 1fP
56P 63P 27P 7P
1P 0P 2R1 5R4p 4R4n
2iR4l 2qR4m
1P 0P 2R1 5R4r 4R4s
eP
27P 7nP 3vAR4t 49AR4u
1pAP xAP
zAP 2rAP qAP xAP
1P 0P 2R1 5R4k 4R4n
1P 0P 2R1 5R4x 4R4z
3pP 3rP 4eR4y jbP
1P 0P 3P
daP 24P 3dP 3kR2 kP
1P 0P 2R1 5R51 4R52
oP
oP fP
1P 0P 2R1 5R54 4R5c
3pP 8dAR55 3rP 4eR59
22R56 29R57 2jR58 2nR5a pR5b 6P
21P 3P asP 2uR17
18P 8cR9 2uR17 auR17
1zR17 18P fR9 wR59 auR17
1P 0P 3P
18P fR9 2uR17
3P asP 2uR17
aAR5d 60AR5e 24P 3dP 3kR2 kP
cR2 8P 7P 4P 6P
22R5f 29R5g 2jR5h 2nR5i pR5j 6P
21P 5yP 23R17 3P
23R17 61R17 18P 8cR9
1zR17 61R17 18P fR9 wR59
23R17 18P fR9
5yP 23R17 3P
1P 0P 2R1 5R5l 4R5y
c9R5m 3pP 8dAR5p 3rP 4eR5v
i7R5n i8R5n
h8AR5o ijP iwP
8yP 6P mP
22R5q 29R5s 2jR5u 2nR5w pR5x 6P
21P 3P wR5r
5iP 1zR17 6P mR17
17R5t wR5r
3P fR9
6bR5v 17R5t wR5r
1P 0P 3P
17R5t wR5r
3P wR5r
aAR5z 60AR60 24P 3dP 3kR2 kP
cR2 8P 7P 4P 6P
22R61 29R63 2jR64 2nR65 pR66 6P
21P 1jR62 3P
5iP 1zR17 mR17
1jR62 17R5t
1jR62 6bR5v 17R5t
1jR62 17R5t
1jR62 3P
1P 0P 2R1 5R68 4R6b
5tP 6tP 7vR69 9tP adP apP 4nP
2R1 5R6a
4yP c8P csP cuP g0P gtP fR9 4nP 12Rp jmP
1vAR6c 7zR2 80R2
1P 6vP 0P 3P eP 1rP iP
1P 0P 2R1 5R6a 4R6e
1vP crP ctR2 aAR6f+type egP abR2 j6P
3jR2 cR2 8P 7P 4P 6P
1P 0P 2R1 5R6h 4R6j
5tP 6tP 7vR6i 9tP adP apP 4nP
2R1 5R6a
1vAR6c 7zR2 80R2
1P 0P 2R1 5R6l 4R6m
15MAP 1mAP 9mP a7P iP b7AP 2vP
5oP aAR6n
cR2 3lR2 8P 7P 4P 6P
1P 0P 2R1 5R6p 4R6q
15MAP 1mAP 9mP a7P iP b7AP 2vP
5oP aAR6r
cR2 3lR2 8P 7P 4P 6P
1P 0P 2R1 5R6t
4xR6u 7cP 81P 82P 9kR6u

1P 0P 2R1 5R6w
4xR6u 7cP 81P 82P 9kR6u
1P 0P 2R1 wR6c
1P aAR6z+type 0P 2R1
1lP 8P 4P 6P
1P caMP 3bMP 7mP 0P 2R1
1P 0P 2R1 j5AR72
1wAR73 giAR73 rAR74
1nP 2cP 1aP 4oR6c
1yP 3P gP 10P
32P 1P 14P 3eR6u emR2 faR6c 0P foR2 8P 2R1 7P 45R6c hvP 46P 4hR76 4jR77 6P
14P 3iR6u
cvP 16P
1P 0P 2R1 5R79
84AR7a
3cMR17 dkMR17 3oMR17 g5MR17 3qMR17 6P
1P 0P 2R1 5R7c 4R7d
6xAP
aAR7e+type 1qP
cR2 8P 7P 4P 6P
1P 0P 2R1 5R7g 4R7k
d0R7h ecP h3P h4AP+ hmP jaAR7j joP
39R7i
fhP 3P eP 1rP iP
6jP uP jhR2 mP
1wAR7l+type 34MR17 20MR17 aAR7m+type cxR7n ddR7o f5AR7q gcR7r 1qP jzAR7s k0AP
buP 6P
flR2 cR2 8P 7P 4P 6P
1vR7h c6R7h 1lP fmR7h
fiR7p
bsP
3tAP itP
c5P ccP d3P ffP fgP fjP fxP goP grP j9P
6eP 3P
1P 0P 2R1 5R7u 4R88
31AP 5jR24 5kR25 5lR7v 20MR17 5nR7w 5rR7y cjR6c 5xR7z 6uR2j 6yR80 6zR2l 75R2m 77R81 7hR2p 7tR82 fvR83 3sAP 8mR2r 8nR84 gzP 90R2t 97R2u 9dR31 9eR85 9sR86 4kP amR87 bdP bhR36
9P 1cP ihP a5P
2hAP dP 9P 9yP hR7x lP
3P eP
bP 9P hR7x 2zP
d7R7x d8R7x 1kP bP 8pR7x gfR7x 9P b9MP jxP
1kP bP 3wMP 9P hR7x
26P e5P dP 9P
5pP 5qP bP 7pP 7sP 7uP 3mP 96AP 9P hR7x atP
bP dP
47Rw
bP 1oP 7wP 2hAP 95P 9P hR7x lP
bP 74P 9bP 9P hR7x aaP akP alP arP 1uP
bP 9P hR6c 1uP bfP
8P 1qP 7P
1P 0P 2R1 5Rq 4R8a
aAR8b+type d4AR8c e7AR8c 7dP f6AR8c 8P ghP 1qP h5P h6AR8h+ip hoP 7P abR2
3jR2 cR2 8P 7P 4P 6P
5uP 1oP f4P fnR8d 3P 44P hzP ixP iyR8d
i4R8e jgR8f k1R8g
acR2
5uP eaP elR2 8P 7P isP acR2
8P 7P
2cP
1P 0P 2R1 12Rp
1P 0P 2R1 5R8k 4R8l
2gP oP fMP 12Rp
36P aAR8m+type 73P kP 2pP oP
cR2 8P 7P 4P 6P
1P 0P 2R1 5R8o 4R8r
7aMR17 icR8p idAP
3nAR8q
2lP ibP 2wAP
7aMR17 jrMR17
1P 3bMP 7mP 0P 2R1 j1MP 6P
1P 0P 2R1 5R8u 4R8y
bwP cmP cnAP edAP eeP efP eyP f9P fcAP fdP fsP ftP fuAP rAR8v+port+protocol hnP fMP ioP ipR8w 4tAP 6P
1yP 3P gdP gP 10P jdR1h
clR8x
1dP
aAR8z+type 2dR90
cR2 8P kP 7P 4P 6P
7oAR91
1nP 2cP rAR92
1lP gP 10P
1P 5hP 7lAR1x 0P 2R1 iiAR6c+name
51P 1P 26AR95 0P 2R1 rAR99
1wAP aR96 dpMP 7bR97 1nP 1aP 4oR6c k6P
44P a4P awP
70AR98
3P
1yP 3P gP 10P
51P 1P 26AR9b 0P 2R1 rAR9f
1wAP aR9c 7bR9d 1nP 1aP 4oR6c jkMP
44P a4P awP
70AR9e
3P
1yP 3P gP 10P
32P 1P 66P 67R2 68R2 69R77 3eR6u 0P 2R1 8rP 7P 9iR6c 45R6c 9lP 46P 4hR9h 6P
14P 3iR6u
32P 1P 66P 67R2 68R2 69R77 3eR6u 0P 2R1 8rP 7P 9iR6c 45R6c 9lP 46P 4hR9j 6P
14P 3iR6u
1P 0P 2R1 5R9l 4R9r
1hR9m 3hP jAR9n 4qAR9q
pR2i 4iP a3R1h
16P 3gR9o
40AR9p
1hR9m dP 3zP
3fAP 1cP
2dR90
1P 0P 2R1 5R9t 4Ra3
dvR9u g4P hhR9v jAR9w
6P
3P
3vAR9x 49AR9y 1tAR9z
1pAP xAP
zAP cpP 8lAP qAP xAP
nRa0 0P a2Ra1 lRa2
3P
3P eP
3P
aARa4
cR2 8P 7P 4P 6P
1P 0P 2R1 5Ra6 4Raa
frRa7 6P
c7P fqRa8
hrRa9 6P
exP hpP hqP
aARab
cR2 8P 7P 4P 6P
1P 0P 2R1 5Rad 4Ral
djRae 3hP jARah 4qARak
pR2i 11Raf
3P gRag
3P gjP
16P 3gRai
40ARaj
1hRae dP 3zP
3fAP 1cP
2dR90
1P 0P 2R1 5Ran
3aP 2mRao
yP 0P 3P eP 1bP
1P 0P 2R1 5Raq
e1ARar 7oARav 94R9 h9AP
rARas jiARat
e4P gR1h 10P
fbRau 19R9 94R9
chP e9AP
eoARat rARas
1P 0P 2R1 5Rax 4Rb3
1hRay 3hP jARaz 4qARb2
pR2i 4iP a3R1h
16P 3gRb0
40ARb1
1hRay dP 3zP
3fAP 1cP
2dR90
1P 0P 2R1 5Rb5
3aP 2mRb6
yP 0P 3P eP 1bP
1P 79P 0P 2R1 3xRb8 9uRb9
92MR17
3uMP 4sAR21
1P 79P 0P 2R1 3xRbb 9uRbc
92MR17
3uMP 4sAR21
1P 0P 2R1 5Rbe 4Rbf
2fR1h 8eR1h fR9
aAR8z+type 5zP 6cP 6fMR2 6gP 6rP kP
1P dmRbh 0P 2R1
1P e0AP evP 0P gqP hcRbi hlP
1rP iP
1P 0P 2R1 5Rbk 4Rbl
2fR1h 8eR1h fR9
aAR8z+type 5zP 6cP 6fMR2 6gP 6rP kP
1P 0P 2R1 5Rbn
54P bxARbo byAP bzARbp c0ARbq c1AP c3AP dhAP diP enAP 71Rbr 7eP 7fP 7gP f1ARbt 99P 9fP hyAP 4cRbu 4dRbv i5Rbw ieRbx aqRby bgAP
3P
1kP
guP 9P
2oARbs 1sP
3oP 3qP
3oP 3qP
2oARbs 1sP
2oARbs 1sP
c2AP dlP
1sP 4fR1o
2oARbs 1sP
52Rc0 1P 0P 2R1 jARc1
5sAR9
zAP 1pAP 2rAP qAP xAP
1P 0P 2R1 2sRc3 1tARc4
yP 0P 3P
yP 0P 3P eP
1P 0P 2R1 jARc1
1P 0P 2R1 2sRc3 1tARc4
52Rc8 1P 0P 2R1 jARc9
5sAR9
zAP 1pAP 2rAP qAP xAP
1P 0P 2R1 2sRcb 1tARcc
yP 0P 3P
yP 0P 3P eP
1P 0P 2R1 jARc9
1P 0P 2R1 2sRcb 1tARcc
1P sP 76P 0P 2R1 41P mP
1P sP 76P 0P 2R1 41P mP
1P 0P 2R1 5Rci
5cP 72P 93P 9nP ajP b1ARcj bcAP
35P 28P
1P 0P 2R1 5Rcl
6iARcm+name
34Rcn 3P 8oP 4tAP
14P
55P 57ARcp 1P 0P 2R1 3sAP 2mMP 9cP 9hP baP
g2ARcq
uP 2wAP
1P 0P 2R1 5Rcs 4Rcu
5eP 1aP 4jRct
7qR7u 8zP
5bRcv 5dP 5fMP 6dRcv
8P 4pR2
1P 0P 2R1 5Rcx
5cP 72P 93P 9nP ajP b1ARcy bcAP
35P 28P
1P 0P 2R1 5Rd0
6iARd1+name
34Rd2 3P 8oP 4tAP
14P
1P 20R17 0P g7R17 2R1 ggR9 4kP
55P 57ARcp 1P 0P 2R1 3sAP 2mMP 9cP 9hP baP
1P 0P 2R1 5Rd6 4Rd8
5eP 1aP 4jRd7
7qR7u 8zP
5bRd9 5dP 5fMP 6dRd9
8P 4pR2
1P 0P 2R1 5Rdb 4Rdt
5vRdc nP 3tRdg 98P 1bP 2yARdh
4lP k2Rdd
1iRde 5wAP
13P 11Rdf 1eP
3P eP dP gP
5mAP 0P 85P 91P a6AP a8P
33ARdi 65P 6aP 3P 9vRdj a0P aiP 4mRdq
sP 2bP feP 3P 43P 6P
8uRdk
4uP 4vP 4zRdl 50Rdl 53ARdk 58ARdk 3cRdm 62MRdk 64MRdn sP 6kARdm 6nRdm 6oP 6pP 6sRdo 2bP 7jP tRdp 87P 88P 89P 8bP 8fP 8gP 8hP 8iP 8kP 8qRdk 8sP 8tARdk 8wP 8xMRdk 9aMRdk 47AP b0P 6P b4P blP bmP bnAP boP bpP bqP



sP 1eP

9rRdr 4Rds
7yP a9P afP

4wRdg aARdu anAP
cR2 8P 7P 4P 6P
1P 0P 2R1 5Rdw 4Red
33ARdx 5vRdy nP 3tRe1 98P 1bP 4mRe2 jsRe5 1fP 2yARec
brP sP 2bP 3P 43P 6P
5wAP 4lP k3Rdz
13P 11Re0 1eP
3P eP dP gP
5mAP 0P 85P 91P a6AP a8P
9rRe3 4Re4
7yP a9P afP

8uRe6
4uP 4vP 4zRe7 50Re7 53ARe6 58ARe6 3cRe8 62MRe6 64MRe9 sP 6kARe8 6nRe8 6oP 6pP 6sRea 2bP 7jP tReb 87P 88P 89P 8bP 8fP 8gP 8hP 8iP 8kP 8qRe6 8sP 8tARe6 8wP 8xMRe6 9aMRe6 47AP b0P 6P b4P blP bmP bnAP boP bpP bqP



sP 1eP

33ARdx 65P 6aP 3P 9vRe5 a0P aiP 4mRe2
4wRe1 aARee anAP
cR2 8P 7P 4P 6P
1P 0P 3P heReg a1AReh 2yAReg
ewP 1fP
ckP ilP
1P 0P a1AReh 2yAP
1P cqP drRek 0P 8P 2Rem 7P 4P
cgARel nP 0P 3P i1P iP
eiP 8P 7P
d6P huP 1rP 9zP
1P 0P 2R1 5Reo 4Req
13P nP 78P 7rP 11Rep 1fP b8P
3P eP gP
aARer+type
cR2 8P 7P 4P 6P
1P 0P 2R1 5Ret 4Rev
13P nP 78P 7rP 11Reu 1fP b8P
3P eP gP
aARew+type
cR2 8P 7P 4P 6P`;
